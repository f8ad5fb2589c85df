"""Starting and stopping: settings, the model, the two processes and their supervision.

Nothing here imports Rasa into the launcher; ``guide.py`` and ``action_server.py`` are what the
two processes run.
"""
