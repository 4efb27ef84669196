"""journey + poster options -> pages, bytes, thumbnails."""
