# Generated from the models.

import ceasefire.ledger.dates
import ceasefire.ledger.models
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('actors', '0001_initial'),
        ('auth', '__first__'),
        ('proposals', '0001_functions'),
        ('sources', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body', models.JSONField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-updated_at'],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('kind', models.CharField(choices=[('talks', 'Talks'), ('summit', 'Summit'), ('military_action', 'Military Action'), ('signing', 'Signing'), ('understanding', 'Understanding'), ('violation', 'Violation'), ('readout', 'Readout'), ('other', 'Other')], max_length=20)),
                ('title', models.CharField(max_length=300)),
                ('summary', models.TextField()),
                ('happened_on', ceasefire.ledger.dates.EdtfField(bounds='happened', max_length=64)),
                ('happened_lower', models.DateField(editable=False, null=True)),
                ('happened_upper', models.DateField(editable=False, null=True)),
                ('happened_precision', models.CharField(default='', editable=False, max_length=8)),
                ('place', models.CharField(blank=True, max_length=300, null=True)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='sources.source')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.event')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='event_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='event_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='event_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='event_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(('happened_lower__isnull', True), ('happened_upper__isnull', True), models.Q(('happened_lower__gte', '1800-01-01'), ('happened_lower__lt', models.F('happened_upper')), ('happened_upper__lte', '2200-01-01')), _connector='OR'), name='event_happened_runs_forward', violation_error_message='A date has to end after it begins.')],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='actors.actor')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='proposals.event')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('event', 'actor'), name='participant_takes_part_once')],
            },
        ),
        migrations.CreateModel(
            name='Process',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('name', models.CharField(max_length=300)),
                ('summary', models.TextField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.process')),
            ],
            options={
                'verbose_name_plural': 'processes',
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='process_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='process_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='process_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='process_closing_has_author_and_reason')],
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('role', models.CharField(choices=[('party', 'Party'), ('third_party', 'Third Party')], max_length=20)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='processes', to='actors.actor')),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.party')),
                ('process', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='proposals.process')),
            ],
            options={
                'verbose_name_plural': 'parties',
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='party_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='party_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='party_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='party_closing_has_author_and_reason'), models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('process', 'actor'), name='party_has_one_role_in_a_process', violation_error_message='This actor has a role in this process already.')],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('title', models.CharField(max_length=300)),
                ('kind', models.CharField(choices=[('pause', 'Pause'), ('truce', 'Truce'), ('ceasefire', 'Ceasefire'), ('framework', 'Framework'), ('settlement', 'Settlement'), ('armistice', 'Armistice')], max_length=20)),
                ('summary', models.TextField(blank=True, null=True)),
                ('voiced_on', ceasefire.ledger.dates.EdtfField(bounds='voiced', max_length=64)),
                ('voiced_lower', models.DateField(editable=False, null=True)),
                ('voiced_upper', models.DateField(editable=False, null=True)),
                ('voiced_precision', models.CharField(default='', editable=False, max_length=8)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('process', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='proposals.process')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.proposal')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='proposal_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='proposal_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='proposal_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='proposal_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(('voiced_lower__isnull', True), ('voiced_upper__isnull', True), models.Q(('voiced_lower__gte', '1800-01-01'), ('voiced_lower__lt', models.F('voiced_upper')), ('voiced_upper__lte', '2200-01-01')), _connector='OR'), name='proposal_voiced_runs_forward', violation_error_message='A date has to end after it begins.')],
            },
        ),
        migrations.CreateModel(
            name='Effect',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('kind', models.CharField(choices=[('advanced', 'Advanced'), ('stalled', 'Stalled'), ('collapsed', 'Collapsed'), ('revived', 'Revived')], max_length=20)),
                ('note', models.TextField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.effect')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='effects', to='proposals.event')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='effects', to='proposals.proposal')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='effect_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='effect_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='effect_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='effect_closing_has_author_and_reason')],
            },
        ),
        migrations.CreateModel(
            name='Provision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('note', models.TextField(blank=True, null=True)),
                ('alternative', models.BooleanField(default=False)),
                ('heading', models.CharField(max_length=300)),
                ('summary', models.TextField()),
                ('category', models.CharField(choices=[('ceasefire', 'Ceasefire'), ('guarantees', 'security guarantees'), ('ddr', 'disarmament, demobilisation, reintegration'), ('withdrawal', 'withdrawal of forces'), ('monitoring', 'Monitoring'), ('force_deployment', 'deployment of outside forces'), ('air_policing', 'Air Policing'), ('naval_patrol', 'Naval Patrol'), ('infrastructure_protection', 'Infrastructure Protection'), ('training', 'Training'), ('intelligence_and_logistics', 'Intelligence And Logistics'), ('backstop', 'Backstop'), ('prisoner_exchange', 'Prisoner Exchange'), ('humanitarian_access', 'Humanitarian Access'), ('peace_talks', 'Peace Talks'), ('territory', 'Territory'), ('other', 'Other')], max_length=40)),
                ('due_on', ceasefire.ledger.dates.EdtfField(blank=True, bounds='due', max_length=64, null=True)),
                ('due_lower', models.DateField(editable=False, null=True)),
                ('due_upper', models.DateField(editable=False, null=True)),
                ('due_precision', models.CharField(default='', editable=False, max_length=8)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='proposals.provision')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='provisions', to='proposals.proposal')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.source')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.provision')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Position',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('stance', models.CharField(choices=[('proposes', 'Proposes'), ('supports', 'Supports'), ('supports_conditionally', 'Supports Conditionally'), ('noncommittal', 'Noncommittal'), ('sceptical', 'Sceptical'), ('opposes', 'Opposes'), ('denies_existence', 'Denies it exists')], max_length=24)),
                ('note', models.TextField(blank=True, null=True)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='actors.actor')),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.position')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='proposals.proposal')),
                ('provision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='proposals.provision')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asked_conditions', to='actors.actor')),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conditions', to='proposals.position')),
                ('proposal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.proposal')),
                ('provision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.provision')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('text__gt', '')), name='condition_has_words')],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('said_on', ceasefire.ledger.dates.EdtfField(bounds='said', max_length=64)),
                ('said_lower', models.DateField(editable=False, null=True)),
                ('said_upper', models.DateField(editable=False, null=True)),
                ('said_precision', models.CharField(default='', editable=False, max_length=8)),
                ('place', models.CharField(blank=True, max_length=300, null=True)),
                ('venue', models.CharField(blank=True, max_length=300, null=True)),
                ('channel', models.CharField(choices=[('press', 'Press'), ('interview', 'Interview'), ('broadcast', 'Broadcast'), ('speech', 'Speech'), ('official_readout', 'Official Readout'), ('social_post', 'Social Post'), ('document', 'Document'), ('reported', 'Reported')], default='press', max_length=20)),
                ('credibility', models.PositiveSmallIntegerField(choices=[(1, 'confirmed by others'), (2, 'probably true'), (3, 'possibly true'), (4, 'doubtful'), (5, 'improbable'), (6, 'cannot be judged')], default=6)),
                ('gist', models.TextField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('outlet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements_carried', to='actors.actor')),
                ('relayed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements_relayed', to='actors.actor')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='sources.source')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.statement')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['said_lower', 'id'], name='statement_by_day')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='statement_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='statement_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='statement_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='statement_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(('said_lower__isnull', True), ('said_upper__isnull', True), models.Q(('said_lower__gte', '1800-01-01'), ('said_lower__lt', models.F('said_upper')), ('said_upper__lte', '2200-01-01')), _connector='OR'), name='statement_said_runs_forward', violation_error_message='A date has to end after it begins.'), models.CheckConstraint(condition=models.Q(('credibility__range', (1, 6))), name='statement_credibility_is_on_the_scale', violation_error_message='Credibility runs from 1 to 6.')],
            },
        ),
        migrations.CreateModel(
            name='Speaker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('speaker', 'Speaker'), ('principal', 'Principal')], max_length=10)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='spoke', to='actors.actor')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='speakers', to='proposals.statement')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('statement', 'actor', 'part'), name='speaker_has_one_part')],
            },
        ),
        migrations.CreateModel(
            name='Rendering',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('language', models.CharField(max_length=35)),
                ('form', models.CharField(choices=[('original', 'Original'), ('translation', 'Translation'), ('trimmed', 'Trimmed'), ('paraphrase', 'Paraphrase'), ('damaged', 'Damaged')], default='original', max_length=20)),
                ('quote', models.TextField(max_length=20000)),
                ('fingerprint', models.CharField(default='', editable=False, max_length=64)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='renderings', to='sources.source')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.rendering')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='renderings', to='proposals.statement')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['fingerprint'], name='rendering_by_fingerprint')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='rendering_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='rendering_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='rendering_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='rendering_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(('quote__gt', '')), name='rendering_has_words')],
            },
        ),
        migrations.AddField(
            model_name='provision',
            name='statement',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.statement'),
        ),
        migrations.CreateModel(
            name='Proposer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('note', models.TextField(blank=True, null=True)),
                ('attribution', models.CharField(choices=[('stated_by_self', 'Stated By Self'), ('stated_by_another', 'Stated By Another'), ('disputed', 'Disputed'), ('denied', 'Denied')], max_length=20)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposed', to='actors.actor')),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposers', to='proposals.proposal')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.source')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.proposer')),
                ('statement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.statement')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='proposer_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='proposer_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='proposer_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='proposer_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(models.Q(('source__isnull', False), ('statement', None)), models.Q(('source', None), ('statement__isnull', False)), _connector='OR'), name='proposer_rests_on_one_evidence', violation_error_message='Name one piece of evidence: a statement or a source.')],
            },
        ),
        migrations.AddField(
            model_name='position',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='proposals.statement'),
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('note', models.TextField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('revives', 'Revives'), ('precursor_of', 'Precursor Of'), ('extends', 'Extends'), ('renews', 'Renews'), ('amends', 'Amends'), ('counters', 'Counters'), ('splits_from', 'Splits From'), ('supersedes', 'Supersedes'), ('part_of', 'Part Of'), ('condition_of', 'Condition Of')], max_length=20)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.source')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.link')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='proposals.proposal')),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='linked_from', to='proposals.proposal')),
                ('statement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.statement')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='link_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='link_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='link_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='link_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(models.Q(('source__isnull', False), ('statement', None)), models.Q(('source', None), ('statement__isnull', False)), _connector='OR'), name='link_rests_on_one_evidence', violation_error_message='Name one piece of evidence: a statement or a source.'), models.CheckConstraint(condition=models.Q(('proposal', models.F('target')), _negated=True), name='link_is_to_another_proposal', violation_error_message='A proposal is not linked to itself.')],
            },
        ),
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('note', models.TextField(blank=True, null=True)),
                ('covers', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('ground_front_line', 'Ground Front Line'), ('air', 'Air'), ('long_range_strikes', 'Long Range Strikes'), ('sea', 'Sea'), ('ports_and_shipping', 'Ports And Shipping'), ('energy_infrastructure', 'Energy Infrastructure'), ('nuclear_sites', 'Nuclear Sites'), ('other_civilian_infrastructure', 'Other Civilian Infrastructure'), ('cyber', 'Cyber'), ('all', 'All')], max_length=40), blank=True, default=list, size=None)),
                ('excludes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('ground_front_line', 'Ground Front Line'), ('air', 'Air'), ('long_range_strikes', 'Long Range Strikes'), ('sea', 'Sea'), ('ports_and_shipping', 'Ports And Shipping'), ('energy_infrastructure', 'Energy Infrastructure'), ('nuclear_sites', 'Nuclear Sites'), ('other_civilian_infrastructure', 'Other Civilian Infrastructure'), ('cyber', 'Cyber'), ('all', 'All')], max_length=40), blank=True, default=list, size=None)),
                ('area', models.CharField(choices=[('whole_conflict', 'Whole Conflict'), ('limited', 'Limited'), ('unclear', 'Unclear')], default='unclear', max_length=20)),
                ('place', models.CharField(blank=True, max_length=300, null=True)),
                ('ceasefire_class', models.CharField(choices=[('cessation', 'cessation of hostilities'), ('with_compliance', 'cessation with a compliance mechanism'), ('definitive', 'Definitive'), ('unclear', 'Unclear')], default='unclear', max_length=20)),
                ('starts_on', ceasefire.ledger.dates.EdtfField(blank=True, bounds='starts', max_length=64, null=True)),
                ('starts_lower', models.DateField(editable=False, null=True)),
                ('starts_upper', models.DateField(editable=False, null=True)),
                ('starts_precision', models.CharField(default='', editable=False, max_length=8)),
                ('ends_on', ceasefire.ledger.dates.EdtfField(blank=True, bounds='ends', max_length=64, null=True)),
                ('ends_lower', models.DateField(editable=False, null=True)),
                ('ends_upper', models.DateField(editable=False, null=True)),
                ('ends_precision', models.CharField(default='', editable=False, max_length=8)),
                ('duration', models.CharField(choices=[('open', 'Open'), ('fixed', 'Fixed'), ('range', 'Range'), ('until_event', 'Until Event'), ('until_notice', 'Until Notice'), ('unclear', 'Unclear')], default='unclear', max_length=20)),
                ('length', models.CharField(blank=True, max_length=20, null=True)),
                ('length_max', models.CharField(blank=True, max_length=20, null=True)),
                ('until', models.CharField(blank=True, max_length=300, null=True)),
                ('renewal', models.CharField(choices=[('none', 'None'), ('automatic', 'Automatic'), ('by_agreement', 'By Agreement'), ('unclear', 'Unclear')], default='unclear', max_length=20)),
                ('release_clause', models.TextField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('described_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='actors.actor')),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.source')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.account')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='proposals.proposal')),
                ('statement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.statement')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='account_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='account_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='account_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='account_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(models.Q(('source__isnull', False), ('statement', None)), models.Q(('source', None), ('statement__isnull', False)), _connector='OR'), name='account_rests_on_one_evidence', violation_error_message='Name one piece of evidence: a statement or a source.'), models.CheckConstraint(condition=models.Q(('starts_lower__isnull', True), ('starts_upper__isnull', True), models.Q(('starts_lower__gte', '1800-01-01'), ('starts_lower__lt', models.F('starts_upper')), ('starts_upper__lte', '2200-01-01')), _connector='OR'), name='account_starts_runs_forward', violation_error_message='A date has to end after it begins.'), models.CheckConstraint(condition=models.Q(('ends_lower__isnull', True), ('ends_upper__isnull', True), models.Q(('ends_lower__gte', '1800-01-01'), ('ends_lower__lt', models.F('ends_upper')), ('ends_upper__lte', '2200-01-01')), _connector='OR'), name='account_ends_runs_forward', violation_error_message='A date has to end after it begins.'), models.CheckConstraint(condition=models.Q(models.Q(('area', 'limited'), _negated=True), models.Q(('place__gt', ''), ('place__isnull', False)), _connector='OR'), name='account_limited_area_names_a_place', violation_error_message='A limited area names its place.'), models.CheckConstraint(condition=models.Q(models.Q(('duration', 'fixed'), ('length__isnull', False), ('length_max', None)), models.Q(('duration', 'range'), ('length__isnull', False), ('length_max__isnull', False)), models.Q(models.Q(('duration__in', ['fixed', 'range']), _negated=True), ('length', None), ('length_max', None)), _connector='OR'), name='account_duration_has_its_length', violation_error_message='A fixed duration has a length, a range two, any other none.'), models.CheckConstraint(condition=models.Q(models.Q(('length', None), ('length__regex', '^P([0-9]{1,4}[YMWD])+$'), _connector='OR'), models.Q(('length_max', None), ('length_max__regex', '^P([0-9]{1,4}[YMWD])+$'), _connector='OR')), name='account_length_is_an_iso_duration', violation_error_message='Write a length as an ISO 8601 duration, such as P1M or P30D.'), models.CheckConstraint(condition=models.Q(('covers__contained_by', ['ground_front_line', 'air', 'long_range_strikes', 'sea', 'ports_and_shipping', 'energy_infrastructure', 'nuclear_sites', 'other_civilian_infrastructure', 'cyber', 'all']), ('excludes__contained_by', ['ground_front_line', 'air', 'long_range_strikes', 'sea', 'ports_and_shipping', 'energy_infrastructure', 'nuclear_sites', 'other_civilian_infrastructure', 'cyber', 'all']), models.Q(('covers__overlap', models.F('excludes')), _negated=True)), name='account_scopes_are_known', violation_error_message='One account does not both cover and exclude the same thing.')],
            },
        ),
        migrations.CreateModel(
            name='StatusChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('from_status', models.CharField(choices=[('floated', 'floated'), ('proposed', 'proposed'), ('negotiating', 'negotiating'), ('agreed', 'agreed'), ('in_force', 'in force'), ('suspended', 'suspended'), ('collapsed', 'collapsed'), ('rejected', 'rejected'), ('withdrawn', 'withdrawn'), ('expired', 'expired'), ('completed', 'completed'), ('superseded', 'superseded'), ('never_took_effect', 'never took effect')], editable=False, max_length=20, null=True)),
                ('to_status', models.CharField(choices=[('floated', 'floated'), ('proposed', 'proposed'), ('negotiating', 'negotiating'), ('agreed', 'agreed'), ('in_force', 'in force'), ('suspended', 'suspended'), ('collapsed', 'collapsed'), ('rejected', 'rejected'), ('withdrawn', 'withdrawn'), ('expired', 'expired'), ('completed', 'completed'), ('superseded', 'superseded'), ('never_took_effect', 'never took effect')], max_length=20)),
                ('effective_on', ceasefire.ledger.dates.EdtfField(bounds='effective', max_length=64)),
                ('effective_lower', models.DateField(editable=False, null=True)),
                ('effective_upper', models.DateField(editable=False, null=True)),
                ('effective_precision', models.CharField(default='', editable=False, max_length=8)),
                ('reason', models.TextField()),
                ('according_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                ('applies_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.event')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='status_changes', to='proposals.proposal')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.source')),
                ('statement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.statement')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.statuschange')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['proposal', 'effective_lower', 'id'], name='status_change_by_track')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='statuschange_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='statuschange_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='statuschange_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='statuschange_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(('effective_lower__isnull', True), ('effective_upper__isnull', True), models.Q(('effective_lower__gte', '1800-01-01'), ('effective_lower__lt', models.F('effective_upper')), ('effective_upper__lte', '2200-01-01')), _connector='OR'), name='statuschange_effective_runs_forward', violation_error_message='A date has to end after it begins.'), models.CheckConstraint(condition=models.Q(models.Q(('event', None), ('source', None), ('statement__isnull', False)), models.Q(('event', None), ('source__isnull', False), ('statement', None)), models.Q(('event__isnull', False), ('source', None), ('statement', None)), _connector='OR'), name='statuschange_rests_on_one_evidence', violation_error_message='Name one piece of evidence: a statement, a source or an event.'), models.CheckConstraint(condition=models.Q(('reason__gt', '')), name='statuschange_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('note', models.TextField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.review')),
                ('statement', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='review', to='proposals.statement')),
                ('status_change', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='review', to='proposals.statuschange')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='review_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='review_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='review_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='review_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(models.Q(('statement', None), ('status_change__isnull', False)), models.Q(('statement__isnull', False), ('status_change', None)), _connector='OR'), name='review_is_of_one_thing')],
            },
        ),
        migrations.CreateModel(
            name='Text',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=300)),
                ('issued_on', ceasefire.ledger.dates.EdtfField(bounds='issued', max_length=64)),
                ('issued_lower', models.DateField(editable=False, null=True)),
                ('issued_upper', models.DateField(editable=False, null=True)),
                ('issued_precision', models.CharField(default='', editable=False, max_length=8)),
                ('language', models.CharField(default='en', max_length=35)),
                ('note', models.TextField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='proposals.proposal')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='sources.source')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.text')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='text_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='text_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='text_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='text_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(('issued_lower__isnull', True), ('issued_upper__isnull', True), models.Q(('issued_lower__gte', '1800-01-01'), ('issued_lower__lt', models.F('issued_upper')), ('issued_upper__lte', '2200-01-01')), _connector='OR'), name='text_issued_runs_forward', violation_error_message='A date has to end after it begins.'), models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('proposal', 'number'), name='text_number_is_used_once', violation_error_message='This proposal has a text of this number already.')],
            },
        ),
        migrations.AddField(
            model_name='provision',
            name='text',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='provisions', to='proposals.text'),
        ),
        migrations.AddField(
            model_name='position',
            name='text',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='proposals.text'),
        ),
        migrations.CreateModel(
            name='Undertaking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('note', models.TextField(blank=True, null=True)),
                ('role', models.CharField(choices=[('provider', 'Provider'), ('guarantor', 'Guarantor'), ('monitor', 'Monitor'), ('host', 'Host'), ('enforcer', 'Enforcer'), ('recipient', 'Recipient')], max_length=20)),
                ('state', models.CharField(choices=[('asked', 'Asked'), ('offered', 'Offered'), ('committed', 'Committed'), ('refused', 'Refused'), ('delivered', 'Delivered')], max_length=20)),
                ('what', models.TextField()),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='undertakings', to='actors.actor')),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('provision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='undertakings', to='proposals.provision')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sources.source')),
                ('statement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.statement')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='proposals.undertaking')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='undertaking_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='undertaking_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='undertaking_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='undertaking_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(models.Q(('source__isnull', False), ('statement', None)), models.Q(('source', None), ('statement__isnull', False)), _connector='OR'), name='undertaking_rests_on_one_evidence', violation_error_message='Name one piece of evidence: a statement or a source.')],
            },
        ),
        migrations.CreateModel(
            name='Asker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actors.actor')),
                ('undertaking', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='askers', to='proposals.undertaking')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('undertaking', 'actor'), name='asker_asks_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='provision_one_reading_at_a_time', violation_error_message='This name is taken already.'),
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='provision_slug_is_url_safe'),
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='provision_known_from_then_to'),
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='provision_closing_has_author_and_reason'),
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('source__isnull', False), ('statement', None)), models.Q(('source', None), ('statement__isnull', False)), _connector='OR'), name='provision_rests_on_one_evidence', violation_error_message='Name one piece of evidence: a statement or a source.'),
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.CheckConstraint(condition=models.Q(('due_lower__isnull', True), ('due_upper__isnull', True), models.Q(('due_lower__gte', '1800-01-01'), ('due_lower__lt', models.F('due_upper')), ('due_upper__lte', '2200-01-01')), _connector='OR'), name='provision_due_runs_forward', violation_error_message='A date has to end after it begins.'),
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.CheckConstraint(condition=models.Q(('parent', models.F('id')), _negated=True), name='provision_is_not_its_own_parent', violation_error_message='A provision is not its own parent.'),
        ),
        migrations.AddIndex(
            model_name='position',
            index=models.Index(fields=['proposal', 'actor', 'known_from'], name='position_by_proposal_and_actor'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='position_one_reading_at_a_time', violation_error_message='This name is taken already.'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='position_slug_is_url_safe'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='position_known_from_then_to'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='position_closing_has_author_and_reason'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('statement', 'actor', 'proposal', 'provision'), name='position_one_stance_per_statement', nulls_distinct=False, violation_error_message='This statement has a position of this actor on this already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='512b2b67dfe7e0b07a153333e578c88c4e6aa0d3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_b77fa', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_event', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='212d43edb9dc38eeb0884e02998ab68b8ae8070d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_f9acf', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_event', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='2c43a7ce0b989fd0c5c3dc780dab8715844d4adb', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_41abc', table='proposals_event', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='6a4382be07ff795d0db614900fa3c195f39c923c', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_0e8cb', table='proposals_event', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute="ledger_guard_detail('proposals_event', 'event_id')", func='RETURN NULL;', hash='94754016f493dcd6af948d42f4e0b02b9d6d1a3a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_06f19', table='proposals_participant', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='753fc5ddfec1f32d080a125dfbda289415b7a778', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_486e2', table='proposals_participant', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='process',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='1b42500cb80d6672a4dfa4995798d01dfb778e91', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_5d075', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_process', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='process',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='6a761115ab60a8d41c83878b095af77dce088d56', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_be363', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_process', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='process',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='c45b85fb9943ac9c5b6bde49ddd44718014bed58', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_f9713', table='proposals_process', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='process',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='a54bff096d32c9051d9b0c52cce28620f82aea89', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_2d339', table='proposals_process', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='party',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='1c01c5171042c503e2ceecbfa3edc4caa2e754eb', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_c84e9', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_party', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='party',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='4a23495b4c3ec02f658ac0bd5208c77e269f9988', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_4e304', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_party', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='party',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='01c97ec0143aaed06f625e077d1b6135a523eafa', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_45b43', table='proposals_party', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='party',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='90ef6efcbe500352e72ed58ffce5c2dd85199976', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_d9d92', table='proposals_party', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='37ce490b0c4340b77b81524ab124f377f0b67cc7', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_f24d0', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_proposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='3a85917fbab4974f85d193440eabf4fcf3f0a721', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_3624b', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_proposal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='227bd46af171e80c57e8afc123e7865517e070a5', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_252d3', table='proposals_proposal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposal',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='10505395302a720cdb2ed4ad93ffe52a46b5319e', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_e3fef', table='proposals_proposal', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='effect',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='a224263258212c90f52b2421e94042bea4c47a75', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_19869', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_effect', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='effect',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='cbc6abe1eaa18b4a03289a0a992a44e68b1fcb44', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_ee841', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_effect', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='effect',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='81b46bcc371790f2169db39b87df06b63b4c2726', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_1bb17', table='proposals_effect', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='effect',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='3ef07bc52ea0be1a0583ae1ce7c71d62a5840fd5', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_82421', table='proposals_effect', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='condition',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute="ledger_guard_detail('proposals_position', 'position_id')", func='RETURN NULL;', hash='0f2496040a919cff53e5d904ad4fee767ac033df', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_b578a', table='proposals_condition', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='condition',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='0cba0aa30f797108243b4aba72b2a9a5493b24ae', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_5c0bf', table='proposals_condition', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='7a9cff096f7417645b59335e503b2ae1d146d23a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_29b80', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_statement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='c64e444d8dc09c0551a181062fc8acbe6d2f539d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_7826e', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_statement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='6e423c404ab082cebcfc494a8620cb222cd41036', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_5315f', table='proposals_statement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='a03e5031bc55bb82d2dae3ef66f7708993395282', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_17c69', table='proposals_statement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='speaker',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute="ledger_guard_detail('proposals_statement', 'statement_id')", func='RETURN NULL;', hash='65a3ee63711add572ea4300517bff881bcc43034', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_d4f67', table='proposals_speaker', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='speaker',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='d46e7e167016e9e19f94e38af307ec4a29f9cc87', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_7a132', table='proposals_speaker', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rendering',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='ac023ed60ca4dfdcb45dc74059398e9d7b4920f8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_4426b', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_rendering', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rendering',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='4fa12e6ecb4948ace9ab3d9fce861b3a7b16a89c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_2dbf7', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_rendering', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rendering',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='90edfb0669bfe7dbfa9c60ef951393abdd6efcd0', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_8c942', table='proposals_rendering', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rendering',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='a2ebbf14870f099121e5609ed086e29683baf4b8', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_150e6', table='proposals_rendering', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposer',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='078cf62b5e8e9200bf887d09f80355fe9de6d569', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_cafec', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_proposer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposer',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='c125e390c45bc48a7821e1959c4e9c97c1c05fa0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_df8e8', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_proposer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposer',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='5159f4b5538592371f613d418e2986616d752992', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_02105', table='proposals_proposer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='proposer',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='f3217d85e374349a7999172d35dd21b59e8ec81d', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_a96a6', table='proposals_proposer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='link',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='3425b77e116db4d2d823b7ea885ea623bfa403b8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_e4c84', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_link', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='link',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='c750ae571246136cba840140308779ee9837d901', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_9ef54', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_link', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='link',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='5cb4c9a0f1ef65026e98cb716b7e035d387abd5a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_b3460', table='proposals_link', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='link',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='b234727f96bb0fab746594236f8b3830517718e7', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_ce66d', table='proposals_link', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='account',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='ae71fd159b5f99c4c79237112a1c30af3f428e81', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_b6f6b', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_account', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='account',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='9373c120fe86c4a6fbe2f8efce81c97256389012', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_1139b', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_account', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='account',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='9c9c9305e3075d01fafeeda216018ce239460850', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_caefd', table='proposals_account', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='account',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='72d7d7b41ecafc707481de2daab0ab6cf8d44c9d', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_73d88', table='proposals_account', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statuschange',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='e7c869aa5eda92a15325f3431147bca6bb2015f6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_bd53f', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_statuschange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statuschange',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='65dc7f48749c1a505adc994a042c1d89f1467d9f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_b90e0', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_statuschange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statuschange',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='679f46dd554b3e9f868f4a6c1a286b507b516e22', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_7f54c', table='proposals_statuschange', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statuschange',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='a3015e32d45e15f23b845806ef314a1902087145', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_66e84', table='proposals_statuschange', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='statuschange',
            trigger=pgtrigger.compiler.Trigger(name='follows_the_table', sql=pgtrigger.compiler.UpsertTriggerSql(execute="status_change_follows_the_table('>agreed >floated >in_force >negotiating >proposed agreed>collapsed agreed>expired agreed>in_force agreed>negotiating agreed>never_took_effect agreed>rejected agreed>superseded agreed>suspended agreed>withdrawn collapsed>agreed collapsed>floated collapsed>in_force collapsed>negotiating collapsed>proposed completed>agreed completed>floated completed>in_force completed>negotiating completed>proposed expired>agreed expired>floated expired>in_force expired>negotiating expired>proposed floated>agreed floated>collapsed floated>in_force floated>negotiating floated>proposed floated>rejected floated>superseded floated>withdrawn in_force>collapsed in_force>completed in_force>expired in_force>rejected in_force>superseded in_force>suspended in_force>withdrawn negotiating>agreed negotiating>collapsed negotiating>expired negotiating>in_force negotiating>proposed negotiating>rejected negotiating>superseded negotiating>suspended negotiating>withdrawn never_took_effect>agreed never_took_effect>floated never_took_effect>in_force never_took_effect>negotiating never_took_effect>proposed proposed>agreed proposed>collapsed proposed>expired proposed>in_force proposed>negotiating proposed>rejected proposed>superseded proposed>withdrawn rejected>agreed rejected>floated rejected>in_force rejected>negotiating rejected>proposed superseded>agreed superseded>floated superseded>in_force superseded>negotiating superseded>proposed suspended>agreed suspended>collapsed suspended>completed suspended>expired suspended>in_force suspended>negotiating suspended>never_took_effect suspended>rejected suspended>superseded suspended>withdrawn withdrawn>agreed withdrawn>floated withdrawn>in_force withdrawn>negotiating withdrawn>proposed')", func='RETURN NULL;', hash='1e855b1d91d027a097f0949271fd51b4a7840091', operation='INSERT', pgid='pgtrigger_follows_the_table_b3dd4', table='proposals_statuschange', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='6cbc7171807a3735f39797d063254e9bda98d7fa', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_4ac63', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_review', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='c455d432c0bf716e73a4c2395733a8c95c862f6a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_af093', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_review', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='1cc3bb06b6019b57da0d254bfed01b1a42146f93', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_54f6f', table='proposals_review', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='0e0cab09b847a143961f88798baddf24e4ed54bb', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_9e348', table='proposals_review', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='by_another_person', sql=pgtrigger.compiler.UpsertTriggerSql(execute='review_is_by_another_person()', func='RETURN NULL;', hash='d8b801882fcdcc89fece354b4fe4a068748778c7', operation='INSERT', pgid='pgtrigger_by_another_person_af94e', table='proposals_review', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='text',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='72613ba78166faec88e21a20f29a1cabb13fa389', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_ff4ce', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_text', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='text',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='ade13ce9a2ec5a5dcb9525e992d6c213b0149200', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_b9564', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_text', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='text',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='ccb703bc062ca9d9db9256d6f0fcb4c1e3e8383f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_e19a9', table='proposals_text', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='text',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='b9ea2e4154e34de50ad8d3b0d0192ca372ed1455', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_393dd', table='proposals_text', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provision',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='40133dbec0122225d224850cfca9cc2295d82321', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_b75ce', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_provision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provision',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='bc7d4d7254d3998bbc4ea66420080b5d7a884d7b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_16eb0', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_provision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provision',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='86912ddd5e1e9e7bacbd404a3b2d0eaa1f71c8fa', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_af81f', table='proposals_provision', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='provision',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='0a21a6190843a31644e425df792ecac06d5944c6', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_407ef', table='proposals_provision', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='120f5643c6d7b1629b2fbdd9ed293ba89096936d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_dc7da', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_position', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='dd22a6d6820a086f63e8b5552dea00dd8489b4c7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_b3cb9', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_position', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='b632c51f12bff2a015f5896368e62d8057c745f5', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_14ca9', table='proposals_position', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='0f965affc4b00664ef1d2ddff5fbe0b6edb50b04', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_d8ce2', table='proposals_position', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='conditional_has_condition', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', execute='position_conditional_has_condition()', func='RETURN NULL;', hash='bf97c7f7a5a82438213014f099a64c2f7700a34c', operation='INSERT', pgid='pgtrigger_conditional_has_condition_5a01c', table='proposals_position', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='undertaking',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='51d0c1fa2952e2fea1292a3d3fcb454d08830a06', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_e3c0c', referencing='REFERENCING NEW TABLE AS new_rows ', table='proposals_undertaking', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='undertaking',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='283b468de2677417303ca9e238355978c0f05c35', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_97bd8', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='proposals_undertaking', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='undertaking',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='d419d183db07f44d96194fecee960ee2b5ea577f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_7388e', table='proposals_undertaking', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='undertaking',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='1ebc9b6092a9fdf99c6d50dd7dafd2024c8ee586', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_d5708', table='proposals_undertaking', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='asker',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute="ledger_guard_detail('proposals_undertaking', 'undertaking_id')", func='RETURN NULL;', hash='403f7024ecf884fa629136112e5c84042d06d311', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_8c279', table='proposals_asker', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='asker',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='698b87a6f48e1e777fe849460038ce4f2f319c70', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_7d33f', table='proposals_asker', when='BEFORE')),
        ),
    ]
