"""Actors over REST, in and out."""

from rest_framework import serializers

from actors.models import Actor, Affiliation, Name


class ActorRef(serializers.ModelSerializer[Actor]):
    """An actor in few words, as part of something else."""

    class Meta:
        model = Actor
        fields = ["slug", "name", "kind"]


class NameSerializer(serializers.ModelSerializer[Name]):
    id = serializers.CharField(source="slug")

    class Meta:
        model = Name
        fields = ["id", "text", "language"]


class AffiliationSerializer(serializers.ModelSerializer[Affiliation]):
    id = serializers.CharField(source="slug")
    organisation = ActorRef()

    class Meta:
        model = Affiliation
        fields = ["id", "organisation", "relation", "title", "held_on"]


class ActorSerializer(serializers.ModelSerializer[Actor]):
    names = NameSerializer(many=True)
    affiliations = AffiliationSerializer(many=True)

    class Meta:
        model = Actor
        fields = ["slug", "kind", "name", "description", "names", "affiliations", "known_from"]
