"""The comparison of protocols, point by point."""
