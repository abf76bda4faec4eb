namespace IntegrationPortal.Domain.CasePaths;

/// <summary>Where a step comes from: its template, or somebody who added it.</summary>
public sealed partial class CaseStep
{
    internal static CaseStep From(CasePath path, int position, TemplateStep step, Guid id, string? furtherKey = null) => new()
    {
        TenantId = path.TenantId,
        CaseId = path.Id,
        Id = id,
        Position = position,
        TemplateKey = step.Key,
        FurtherKey = furtherKey,
        StageDe = step.StageDe,
        StageEn = step.StageEn,
        TitleDe = step.TitleDe,
        TitleEn = step.TitleEn,
        ResponsibleKind = step.ActorKind,
        ReceivingKind = step.ReceivingKind,
        ExpectedWorkingDays = step.ExpectedWorkingDays,
        DeadlineKind = step.DeadlineKind,
        LawValue = step.LawValue,
        LawUnit = step.LawUnit,
        IsIrrevocable = step.IsIrrevocable,
        LegalBasis = step.LegalBasis,
    };

    internal static CaseStep Add(CasePath path, int position, Bilingual stage, AddedStep step, string? furtherKey) => new()
    {
        TenantId = path.TenantId,
        CaseId = path.Id,
        Id = step.Id,
        Position = position,
        FurtherKey = furtherKey,
        StageDe = stage.De,
        StageEn = stage.En,
        TitleDe = step.Title,
        ResponsibleKind = step.ResponsibleKind,
        ExpectedWorkingDays = step.Deadline.WorkingDays,
        DeadlineKind = step.Deadline.Kind,
        LawValue = step.Deadline.Law?.Value,
        LawUnit = step.Deadline.Law?.Unit,
        IsIrrevocable = step.Deadline.IsIrrevocable,
        LegalBasis = step.Deadline.Basis,
    };
}
