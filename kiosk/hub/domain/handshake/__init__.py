"""How a member shows the staff something of hers for some minutes, and what they do for her then."""
