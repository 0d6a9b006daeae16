"""What QML reads, one class for each thing that it shows."""
