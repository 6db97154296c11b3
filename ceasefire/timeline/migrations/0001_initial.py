# Generated from the models.

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0002_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('seq', models.BigIntegerField(primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=60)),
                ('proposals', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), size=None)),
                ('actors', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), size=None)),
                ('world_on', models.CharField(max_length=64, null=True)),
                ('world_lower', models.DateField(null=True)),
                ('world_upper', models.DateField(null=True)),
                ('recorded_at', models.DateTimeField()),
                ('body', models.TextField()),
                ('hash', models.CharField(max_length=64, unique=True)),
                ('previous', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='next', to='timeline.entry', to_field='hash')),
            ],
            options={
                'verbose_name_plural': 'entries',
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['proposals'], name='entry_by_proposal'), django.contrib.postgres.indexes.GinIndex(fields=['actors'], name='entry_by_actor'), models.Index(fields=['world_lower'], name='entry_by_world_date')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('previous', None), ('seq', 1)), models.Q(('previous__isnull', False), ('seq__gt', 1)), _connector='OR'), name='entry_first_alone_has_no_previous')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entry',
            trigger=pgtrigger.compiler.Trigger(name='links_to_its_predecessor', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_guard_entry()', func='RETURN NULL;', hash='9d572553472046e39f3b1da68d9a028d7986f3cf', operation='INSERT', pgid='pgtrigger_links_to_its_predecessor_d5d9a', table='timeline_entry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entry',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='43b0961ab89fb62fdc9f7755a31dd580a0516efe', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7559d', table='timeline_entry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entry',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(execute='ledger_refuse()', func='RETURN NULL;', hash='1e10bcdebf80c0c53bce5719f2e614519237fdab', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_f36ec', table='timeline_entry', when='BEFORE')),
        ),
    ]
