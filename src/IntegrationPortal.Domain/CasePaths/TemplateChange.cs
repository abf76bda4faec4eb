namespace IntegrationPortal.Domain.CasePaths;

/// <summary>What happened to a step from one version of a process to a later one.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One step that is not as it was; of a changed one the parts, old and new.</summary>
public sealed record TemplateChange(ChangeKind Kind, TemplateStep Step, IReadOnlyList<ChangedPart> Parts)
{
    /// <summary>All changes between two versions, in the order of the later one; removed steps at the end.</summary>
    public static IReadOnlyList<TemplateChange> Between(ProcessTemplate earlier, ProcessTemplate later)
    {
        var before = earlier.Steps.ToDictionary(s => s.Key);
        var changes = new List<TemplateChange>();
        foreach (var step in later.Steps)
        {
            if (!before.Remove(step.Key, out var old))
                changes.Add(new TemplateChange(ChangeKind.Added, step, []));
            else if (PartsOf(old).Zip(PartsOf(step)).Where(p => p.First.Text != p.Second.Text)
                .Select(p => new ChangedPart(p.First.Name, p.First.Text, p.Second.Text)).ToList() is { Count: > 0 } parts)
            {
                changes.Add(new TemplateChange(ChangeKind.Changed, step, parts));
            }
        }

        return [.. changes, .. before.Values.OrderBy(s => s.Position).Select(s => new TemplateChange(ChangeKind.Removed, s, []))];
    }

    private static IEnumerable<(string Name, Bilingual Text)> PartsOf(TemplateStep step)
    {
        yield return ("title", step.Title);
        yield return ("actor", new(step.ActorKind, step.ActorKind));
        yield return ("receiver", new(step.ReceivingKind, step.ReceivingKind));
        var days = $"{step.ExpectedWorkingDays} {step.DeadlineKind}";
        yield return ("deadline", new(days, days));
        var law = $"{step.LawValue} {step.LawUnit}".Trim();
        yield return ("law", new(law, law));
        yield return ("legal-basis", new(step.LegalBasis ?? "", step.LegalBasis ?? ""));
        yield return ("entry", step.Entry);
        yield return ("exit", step.Exit);
        yield return ("results", step.ResultNames);
        yield return ("documents", step.Documents);
        yield return ("breaks", step.TypicalBreaks);
    }
}

/// <summary>One part of a step, as it was and as it is.</summary>
public sealed record ChangedPart(string Name, Bilingual Before, Bilingual After);
