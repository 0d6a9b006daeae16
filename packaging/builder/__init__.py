"""Builds the Debian packages: see README.md beside this file."""
