using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IntegrationPortal.Web.Data.Audit;

/// <summary>
/// Writes one audit entry per changed row, in the same transaction as the change, for whoever saves. An account belongs to no
/// municipality; its entry carries the one under whose hat it was changed, or none, and then nobody reads it through the portal.
/// </summary>
public sealed class AuditTrail : SaveChangesInterceptor
{
    /// <summary>
    /// What comes and goes with every sign-in says nothing about who changed an account, and would bury what does: counters of
    /// failed attempts, the version Identity compares, and the hat that was on last (each deed has its own actor in the trail).
    /// </summary>
    private static readonly HashSet<string> OfSigningIn =
        [nameof(PortalUser.AccessFailedCount), nameof(PortalUser.ConcurrencyStamp), nameof(PortalUser.ActiveMembershipId)];

    /// <summary>Copies of what stands in the path, whose own entry tells of the change: one for each who takes part would say it again.</summary>
    private static readonly HashSet<string> Copied = [nameof(Participation.LastActivityAt), nameof(Participation.NextDueOn)];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write((PortalDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Write((PortalDbContext)eventData.Context!);
        return new(result);
    }

    /// <summary>Adds the entries for what has changed in this context since it was last saved.</summary>
    internal static void Write(PortalDbContext db)
    {
        // Once is enough: asking for the entries and adding to them would each look through everything again.
        db.ChangeTracker.DetectChanges();
        var before = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            db.AddRange(db.ChangeTracker.Entries().Where(entry => IsRecorded(entry) && !IsNobodys(entry, db)).Select(entry => Describe(entry, db)).ToList());
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = before;
        }
    }

    // Events and access entries are trails themselves; they can only be added, so recording them again says nothing. A row of an import is recorded as
    // the case it becomes. Nor is a link of a survey recorded, beside whose time somebody could look for its answer: the batch says who made how many.
    private static bool IsRecorded(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && (entry.Entity is ITenantScoped or Membership or PortalUser or SecondFactor or LinkedSignIn or Passkey or CalendarLink or PortalInvitation or Tenant or IOfPilot or IOfProgramme or IndicatorTarget or IndicatorEntry
            || IsOfHandbookOrEvaluation(entry.Entity))
        && entry.Entity is not (CaseEvent or AccessEntry or TandemEvent or CaseImportRow)
        && !(entry is { Entity: PortalUser or SecondFactor or Passkey or Participation or CaseImport, State: EntityState.Modified } && !Changed(entry).Any());

    private static bool IsOfHandbookOrEvaluation(object entity) => entity is HandbookEntry or EntryVersion or EntryText or EntryComment or EntryPicture or ReaderQuestion
        or EvaluationPlan or PlanQuestion or PlanIndicator or EvaluationSnapshot or ProgressReport or ReportBlock or Survey or SurveyBatch;

    // What a release or the demo brings of these is written by nobody, with the migration; a version of the handbook says that it came with the
    // portal. Nor does a reader who asks without an account leave a name.
    private static bool IsNobodys(EntityEntry entry, PortalDbContext db) =>
        IsOfHandbookOrEvaluation(entry.Entity) && db.Session is { UserId: null, RoleName: "" };

    private static IEnumerable<PropertyEntry> Changed(EntityEntry entry) => entry.Properties.Where(p => p.IsModified && !Passes(entry.Entity, p));

    private static bool Passes(object entity, PropertyEntry property) => entity switch
    {
        PortalUser => OfSigningIn.Contains(property.Metadata.Name),
        // Moves with every code.
        SecondFactor => property.Metadata.Name == nameof(SecondFactor.LastStep),
        // All that ever changes of it says that it was used.
        Passkey => true,
        Participation => Copied.Contains(property.Metadata.Name),
        // Started by whoever presses second, it is written without becoming another.
        CaseImport => Equals(property.OriginalValue, property.CurrentValue),
        _ => false,
    };

    private static AuditEntry Describe(EntityEntry entry, PortalDbContext db)
    {
        var key = entry.Metadata.FindPrimaryKey()!.Properties.Where(p => p.Name != nameof(ITenantScoped.TenantId));
        var columns = entry.State == EntityState.Modified
            ? string.Join(' ', Changed(entry).Select(p => p.Metadata.GetColumnName()))
            : null;
        return new AuditEntry
        {
            Id = Guid.CreateVersion7(db.Session.Now),
            TenantId = db.Session.TenantId,
            At = db.Session.Now,
            UserId = db.Session.UserId,
            ActorId = db.Session.ActorId ?? db.Session.AnswersFor,
            Table = entry.Metadata.GetTableName()!,
            RowKey = string.Join(' ', key.Select(p => entry.CurrentValues[p])),
            CaseId = CaseOf(entry.Entity),
            Change = entry.State.ToString(),
            Columns = columns,
        };
    }

    private static Guid? CaseOf(object entity) => entity switch
    {
        CasePath path => path.Id,
        ErasureHold hold => hold.CaseId,
        IBelongsToCase row => row.CaseId,
        _ => null,
    };
}
