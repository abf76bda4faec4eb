using Microsoft.AspNetCore.Html;

namespace IntegrationPortal.Web.Presentation.Path;

/// <summary>The drawn path of a case: stages as quiet headings, steps on one line, handovers where they happen.</summary>
/// <param name="Title">"Weg: Rechtskreiswechsel".</param>
/// <param name="Subtitle">The template and since when it is valid; none where there are several, each of which says its own.</param>
/// <param name="Stages">In the order of the path.</param>
public sealed record PathView(string Title, string? Subtitle, IReadOnlyList<StageView> Stages)
{
    public IHtmlContent? Actions { get; init; }

    /// <summary>
    /// The stages as they are drawn: those that lie behind at the beginning of a process in one fold, so that a phone shows what is next and not
    /// what is over. A path on which nothing is next is there to be read, and one step is sooner read than unfolded.
    /// </summary>
    public IEnumerable<StageRun> Runs()
    {
        var folds = Stages.SelectMany(s => s.Steps).Any(s => s.IsCurrent);
        var rest = Stages.ToList();
        while (rest.Count > 0)
        {
            // A process begins with its first stage; where the path has only one, with the first of all.
            var length = 1 + rest.Skip(1).TakeWhile(s => s.Begins is null).Count();
            var behind = folds ? rest.Take(length).TakeWhile(s => s.IsBehind).ToList() : [];
            if (behind.Sum(s => s.Steps.Count()) < 2)
                behind = [];
            if (behind.Count > 0)
                yield return new StageRun(behind, behind.Sum(s => s.Steps.Count()));
            if (behind.Count < length)
                yield return new StageRun(rest[behind.Count..length], 0);
            rest.RemoveRange(0, length);
        }
    }
}

/// <summary>Stages in a row that are drawn alike.</summary>
/// <param name="Behind">How many steps lie behind, where they are folded; otherwise none.</param>
public sealed record StageRun(IReadOnlyList<StageView> Stages, int Behind);

public sealed record StageView(string Name, IReadOnlyList<PathLine> Lines)
{
    /// <summary>The process that begins with this stage, where the path has several.</summary>
    public ProcessView? Begins { get; init; }

    public IEnumerable<StepView> Steps => Lines.OfType<StepView>();

    /// <summary>Every step is over, and no handover is about one of them.</summary>
    public bool IsBehind => Lines.All(l => l is StepView { Look: StepLook.Done or StepLook.Skipped });
}

/// <summary>One of several processes of a path.</summary>
/// <param name="Name">"Rechtskreiswechsel".</param>
/// <param name="More">The template and since when it is valid.</param>
public sealed record ProcessView(string Name, string? More);

/// <summary>Something on the line of the path: a step, or a handover between two steps.</summary>
public abstract record PathLine;

/// <summary>How a step looks: told apart by shape and word as well as by colour.</summary>
public enum StepLook
{
    Planned,
    Active,
    Blocked,
    Done,
    Skipped,
}

/// <summary>One step of the path.</summary>
/// <param name="Number">Its place in its process, shown in the ring of steps that are not finished.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Look">Its state.</param>
/// <param name="Responsible">Who answers for it, such as "Jobcenter Krefeld (nach Annahme)".</param>
public sealed record StepView(int Number, string Title, StepLook Look, string Responsible) : PathLine
{
    /// <summary>Anchor in the page.</summary>
    public string? Id { get; init; }

    /// <summary>After the responsible actor: the day it was done, or why it is blocked or was skipped.</summary>
    public string? Note { get; init; }

    /// <summary>The handover by which it was done.</summary>
    public HandoverLine? Handover { get; init; }

    public DeadlineView? Deadline { get; init; }

    /// <summary>The step that it is about now; drawn on a light ground.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Address of the step's own page, where it has one.</summary>
    public string? Href { get; init; }

    public IReadOnlyList<ActionView> Actions { get; init; } = [];
}

/// <summary>A handover where it happens on the path: "Übergabe an Jobcenter Krefeld gesendet 20.11. · wartet auf Annahme".</summary>
public sealed record HandoverLine(string Text, string? Href = null) : PathLine
{
    /// <summary>Late or refused.</summary>
    public bool Late { get; init; }
}

/// <summary>Until when, why then, and whether it is late or cannot be made good.</summary>
/// <param name="When">The date or, when late, "überfällig seit 3 Arbeitstagen".</param>
/// <param name="Source">The paragraph, or "Erfahrungswert".</param>
/// <param name="Overdue">Shown in the warning colour.</param>
public sealed record DeadlineView(string When, string? Source, bool Overdue = false)
{
    /// <summary>Said in words when a missed deadline cannot be made good.</summary>
    public bool Irrevocable { get; init; }

    /// <summary>The day of the event since which it runs, where the law counts from one.</summary>
    public string? Since { get; init; }

    /// <summary>A further line, such as "noch 4 Arbeitstage" below a date.</summary>
    public string? Left { get; init; }
}
