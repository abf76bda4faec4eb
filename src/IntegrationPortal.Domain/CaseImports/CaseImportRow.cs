using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CaseImports;

/// <summary>How far a row has come. Whoever looks through a table sees the rows of each kind together.</summary>
public enum ImportRowState
{
    /// <summary>Can become a case.</summary>
    Ready,

    /// <summary>Cannot, and its page says why.</summary>
    Wrong,

    /// <summary>May be somebody of whom the actor has a case already. Left out, unless somebody says otherwise.</summary>
    LikeCase,

    /// <summary>May be somebody who stands further up in the same table. Left out, unless somebody says otherwise.</summary>
    LikeRow,

    /// <summary>Its turn comes.</summary>
    Queued,

    Opened,
}

/// <summary>
/// One row of a table. It knows from the beginning which id its case will have, so that it becomes one case and no second, whatever happens. Once
/// the case is there, its cells are empty: the case has it all.
/// </summary>
public sealed class CaseImportRow : ITenantScoped
{
    private CaseImportRow()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid ImportId { get; private set; }

    /// <summary>As the spreadsheet counts its rows.</summary>
    public int Number { get; private set; }

    public Guid ActorId { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>As they were written, of the columns that mean something.</summary>
    public IReadOnlyList<string> Cells { get; private set; } = [];

    public ImportRowState State { get; private set; }

    /// <summary>The row of the same table that may be the same person.</summary>
    public int? LikeNumber { get; private set; }

    /// <summary>Somebody has seen whom it may be, and says that it is another person or wants a second case.</summary>
    public bool Anyway { get; private set; }

    public static CaseImportRow Of(CaseImport import, int number, IReadOnlyList<string> cells, Guid caseId, ImportRowState state, int? likeNumber = null) => new()
    {
        TenantId = import.TenantId,
        ImportId = import.Id,
        ActorId = import.ActorId,
        Number = number,
        CaseId = caseId,
        Cells = cells,
        State = state,
        LikeNumber = likeNumber,
    };

    public void Open() => (State, Cells) = (ImportRowState.Opened, []);

    /// <summary>What has changed since it was looked at: a case that somebody opened meanwhile, a process that is no longer offered.</summary>
    public void Return(ImportRowState state) => (State, Anyway) = (state, false);
}
