"""The shop itself: its departments, tills and labels, who may speak for it, and what they said happened."""
