"""Questions about a journey, asked of networkx."""
