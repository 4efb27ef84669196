"""The legend: exactly the marks that are used."""
