"""Hypothesis without a stopwatch, which on a busy machine measures the neighbours."""

from hypothesis import HealthCheck, settings

calmly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
