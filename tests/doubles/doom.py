"""What a test says of itself in which threads die on purpose: pytest would take each for a mistake."""

import pytest

deadly = pytest.mark.filterwarnings("ignore:Exception in thread")
