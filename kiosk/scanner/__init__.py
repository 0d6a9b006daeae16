"""The scanner that types what it reads, as a keyboard would."""
