using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>What is to be deleted after a consent was withdrawn: number and categories, since the case may be closed to the reader.</summary>
public sealed class DeletionRows(IStringLocalizer<WorklistTexts> words, CategoryWords categories, TimeWords time)
{
    public Row Of(DeletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Row(
            words["confirm-deletion", request.CaseNumber], null, categories.Names(request.Covers), words["deletion-since", time.Plain(request.AskedAt)], null, Late: false,
            $"/deletions/{request.ConsentId}", words["do-confirm-deletion"]);
    }
}
