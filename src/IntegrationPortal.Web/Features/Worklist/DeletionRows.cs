using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>What is to be deleted after a consent was withdrawn: number and categories, since the case may be closed to the reader.</summary>
public sealed class DeletionRows(IStringLocalizer<WorklistTexts> words, CategoryWords categories, ReferenceCatalogue catalogue, TimeWords time)
{
    public Row Of(DeletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var by = catalogue.DeletionAnswerBy(request.AskedAt);
        var late = by < time.Today;
        return new Row(
            words["confirm-deletion", request.CaseNumber], null, categories.Names(request.Covers),
            words[late ? "clock-mine-late" : "deletion-until", time.Plain(by)], words["deletion-since", time.Plain(request.AskedAt)], late,
            $"/deletions/{request.ConsentId}", words["do-confirm-deletion"]);
    }
}
