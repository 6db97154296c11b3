# One image for web, worker, beat and the preparing step; what runs is said by the command.
FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 CEASEFIRE_HOME=/var/lib/ceasefire
RUN useradd --system --uid 10001 --home-dir /var/lib/ceasefire --create-home ceasefire
WORKDIR /srv/ceasefire
COPY requirements.txt .
RUN pip install --require-hashes -r requirements.txt
COPY manage.py LICENSE README.md ./
COPY ceasefire ceasefire
COPY actors actors
COPY proposals proposals
COPY templates templates
COPY static static
USER ceasefire
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", \
     "--blocking-threads", "4", "--backlog", "512", "--respawn-failed-workers", "--no-ws", \
     "ceasefire.ops.serving:application"]
