# Generated from the models.

import ceasefire.ledger.dates
import ceasefire.ledger.models
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '__first__'),
        ('ledger', '0002_initial'),
        ('sources', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Actor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('kind', models.CharField(choices=[('person', 'Person'), ('state', 'State'), ('government_body', 'Government Body'), ('international_organisation', 'International Organisation'), ('armed_group', 'Armed Group'), ('coalition', 'Coalition'), ('media_outlet', 'Media Outlet'), ('unnamed_person', 'Unnamed Person')], max_length=30)),
                ('name', models.CharField(max_length=300)),
                ('description', models.TextField(blank=True, null=True)),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='actors.actor')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['name'], name='actor_by_name')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='actor_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='actor_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='actor_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='actor_closing_has_author_and_reason')],
            },
        ),
        migrations.CreateModel(
            name='Affiliation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('relation', models.CharField(choices=[('holds_office', 'holds office in'), ('member_of', 'member of'), ('speaks_for', 'speaks for'), ('part_of', 'part of')], max_length=20)),
                ('title', models.CharField(blank=True, max_length=300, null=True)),
                ('held_on', ceasefire.ledger.dates.EdtfField(bounds='held', max_length=64)),
                ('held_lower', models.DateField(editable=False, null=True)),
                ('held_upper', models.DateField(editable=False, null=True)),
                ('held_precision', models.CharField(default='', editable=False, max_length=8)),
                ('note', models.TextField(blank=True, null=True)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='affiliations', to='actors.actor')),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='actors.actor')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='affiliations', to='sources.source')),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='actors.affiliation')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='affiliation_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='affiliation_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='affiliation_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='affiliation_closing_has_author_and_reason'), models.CheckConstraint(condition=models.Q(('held_lower__isnull', True), ('held_upper__isnull', True), models.Q(('held_lower__gte', '1800-01-01'), ('held_lower__lt', models.F('held_upper')), ('held_upper__lte', '2200-01-01')), _connector='OR'), name='affiliation_held_runs_forward', violation_error_message='A date has to end after it begins.'), models.CheckConstraint(condition=models.Q(('actor', models.F('organisation')), _negated=True), name='affiliation_is_with_another', violation_error_message='Nobody is affiliated with themselves.')],
            },
        ),
        migrations.CreateModel(
            name='Name',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(default=ceasefire.ledger.models.new_slug, max_length=80, validators=[django.core.validators.RegexValidator('^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\\Z', 'Use lower-case letters, digits and single hyphens, at most 80 characters.')])),
                ('known_from', models.BigIntegerField(editable=False, null=True)),
                ('known_to', models.BigIntegerField(editable=False, null=True)),
                ('closed', models.BooleanField(default=False, editable=False)),
                ('closed_reason', models.TextField(editable=False, null=True)),
                ('text', models.CharField(max_length=300)),
                ('language', models.CharField(max_length=35)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='names', to='actors.actor')),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('supersedes', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='superseded_by', to='actors.name')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed', False)), fields=('slug',), name='name_one_reading_at_a_time', violation_error_message='This name is taken already.'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$')), name='name_slug_is_url_safe'), models.CheckConstraint(condition=models.Q(('known_to', None), models.Q(('closed', True), ('known_to__gt', models.F('known_from'))), _connector='OR'), name='name_known_from_then_to'), models.CheckConstraint(condition=models.Q(models.Q(('closed', False), ('closed_by', None), ('closed_reason', None)), models.Q(('closed', True), ('closed_by__isnull', False), ('closed_reason__gt', ''), ('closed_reason__isnull', False)), _connector='OR'), name='name_closing_has_author_and_reason')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actor',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='25aa55264978c938067fa0d15523a1b44dfd21df', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_deb40', referencing='REFERENCING NEW TABLE AS new_rows ', table='actors_actor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actor',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='2131ba13a3db56da6e38bafe3fefa7f1a86a34df', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_a3b17', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='actors_actor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actor',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='7acf448de6dac5e4f0886eb1437329802c928b5a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_c4623', table='actors_actor', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actor',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='567909e815f1e9e1effbdef7737deb6aa3c8d97a', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_6cdec', table='actors_actor', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='affiliation',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='559394fc848d644550e256283724c6b0746b4193', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_4dabf', referencing='REFERENCING NEW TABLE AS new_rows ', table='actors_affiliation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='affiliation',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='f30f3e3ccb240927bd81ddeb4ea847ca44e028c4', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_a6382', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='actors_affiliation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='affiliation',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='db9a9dbb50f08022dff4cbe4aba8a044094a6a67', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_743a0', table='actors_affiliation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='affiliation',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='1865edf91297b42665996781d6161b945ba7fca0', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_f7af9', table='actors_affiliation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='name',
            trigger=pgtrigger.compiler.Trigger(name='enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_new()', func='RETURN NULL;', hash='5a9d26d3e9576e005fbfccc437a421de3a28475d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_enters_the_outbox_e1c8e', referencing='REFERENCING NEW TABLE AS new_rows ', table='actors_name', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='name',
            trigger=pgtrigger.compiler.Trigger(name='closing_enters_the_outbox', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_enter_closed()', func='RETURN NULL;', hash='a16a755083be9f1539770e37423d2252a29a73b2', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_closing_enters_the_outbox_73670', referencing='REFERENCING OLD TABLE AS old_rows  NEW TABLE AS new_rows ', table='actors_name', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='name',
            trigger=pgtrigger.compiler.Trigger(name='never_rewritten', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_fact()', func='RETURN NULL;', hash='11de9566c918ae5d443f8e7e6390c4700e6f5dab', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_never_rewritten_efccb', table='actors_name', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='name',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='5f5ce804354b461a5d5a2432e9582db4a863aaf0', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_f93c3', table='actors_name', when='BEFORE')),
        ),
    ]
