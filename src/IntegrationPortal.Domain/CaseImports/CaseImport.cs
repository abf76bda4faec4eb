using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CaseImports;

/// <summary>Whether somebody is at work on a table.</summary>
public enum ImportState
{
    /// <summary>Somebody looks at it, decides, or has done with it.</summary>
    Waiting,

    /// <summary>Rows are becoming cases.</summary>
    Running,

    /// <summary>Whoever started it may no longer; a colleague can go on.</summary>
    Stopped,
}

/// <summary>
/// A table that an actor brings into the portal: each right row becomes a case that this actor leads. Only that actor sees it, and the portal
/// forgets it after a while, whatever became of its rows.
/// </summary>
public sealed class CaseImport : ITenantScoped
{
    public const int MostRows = 10_000;
    public const int MostColumns = 60;
    public const int HeaderLength = 100;
    public const int CellLength = 2_000;

    private CaseImport()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ActorId { get; private set; }

    public Guid UploadedByUserId { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>Headings of the columns that are stored, each with its field at the same place.</summary>
    public IReadOnlyList<string> Headers { get; private set; } = [];

    public IReadOnlyList<string> FieldNames { get; private set; } = [];

    /// <summary>Headings of the columns that are not, so that nobody wonders where they are.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];

    /// <summary>The process of rows that name none.</summary>
    public string TemplateKey { get; private set; } = "";

    /// <summary>Where facts of the table are known from; null where it has none.</summary>
    public string? Source { get; private set; }

    public ImportState State { get; private set; }

    /// <summary>In whose name rows become cases while it runs.</summary>
    public Guid? StartedByUserId { get; private set; }

    public Role? StartedAs { get; private set; }

    public IReadOnlyList<ImportField> Fields => [.. FieldNames.Select(Enum.Parse<ImportField>)];

    /// <exception cref="RefusedException">These columns make no person, see <see cref="ImportFields.WhyNotMean"/>.</exception>
    public static CaseImport Upload(
        Guid id, IReadOnlyList<(string Header, ImportField Field)> columns, IReadOnlyList<string> leftOut, string templateKey, string? source, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotImport(by));
        Refusal.If(ImportFields.WhyNotMean([.. columns.Select(c => c.Field)]));
        return new CaseImport
        {
            TenantId = by.TenantId,
            Id = id,
            ActorId = by.ActorId,
            UploadedByUserId = by.UserId,
            UploadedAt = now,
            Headers = [.. columns.Select(c => c.Header)],
            FieldNames = [.. columns.Select(c => c.Field.ToString())],
            LeftOut = leftOut,
            TemplateKey = templateKey,
            Source = source,
        };
    }

    /// <summary>
    /// Who answers for an office's list brings it in: its coordination or the manager of an actor. A case worker opens cases one by one, for people who
    /// sit in front of them.
    /// </summary>
    public static Refusal? WhyNotImport(Officer by) => by.Role is Role.Coordinator or Role.ActorManager ? null : new Refusal("table-not-yours");

    public Refusal? WhyNotStart(Officer by) => by.ActorId == ActorId ? WhyNotImport(by) : new Refusal("table-not-yours");

    /// <summary>Not while rows become cases: nobody would know any more which did.</summary>
    public Refusal? WhyNotDiscard(Officer by) => WhyNotStart(by) ?? (State == ImportState.Running ? new Refusal("table-runs") : null);

    /// <summary>Rows that were marked become cases, in this officer's name from now on.</summary>
    public void Start(Officer by)
    {
        Refusal.If(WhyNotStart(by));
        (State, StartedByUserId, StartedAs) = (ImportState.Running, by.UserId, by.Role);
    }

    public void Rest() => State = ImportState.Waiting;

    public void Stop() => State = ImportState.Stopped;
}
