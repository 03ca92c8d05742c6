"""Watches the backend."""
