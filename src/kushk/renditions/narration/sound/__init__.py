"""From samples to packets, and from packets to files: sentences are encoded once and joined without encoding again."""
