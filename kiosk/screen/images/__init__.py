"""All that QML gets as images, made before the frame that needs it."""
