"""What a member is known by: her cards, tags and beacons, and how each becomes hers."""
