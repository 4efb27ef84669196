"""The stage header: chevrons with their flags, and the band of phases above them."""
