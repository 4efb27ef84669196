"""Two personas side by side: their curves on a sheet of their own, and what sets them apart."""
