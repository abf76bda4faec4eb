using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>Cases in which an entitlement or a title ends, as things to do before it does.</summary>
public sealed class EndingRows(IStringLocalizer<WorklistTexts> words, KindWords kinds, ReferenceCatalogue catalogue, TimeWords time)
{
    /// <summary>From here on a row looks as urgent as an irrevocable deadline: what has ended cannot be used any more.</summary>
    private const int LastDays = 2;

    public Row Of(EndingTask task)
    {
        var left = task.EndsOn.DayNumber - time.Today.DayNumber;
        return new Row(
            task.What.Count == 0 ? words["something-ends"] : string.Join("; ", task.What.Select(What)), Row.AboutCase(task.Person, task.CaseNumber),
            null, time.DaysLeft(left), time.Full(task.EndsOn), left <= LastDays,
            $"/cases/{task.CaseId}#entitlements", words["do-open-case"]);
    }

    private string What((FactKind Kind, string? Code) fact) =>
        catalogue.NameOf(fact.Kind, fact.Code) is { } name ? words["ends-named", kinds[fact.Kind], name] : kinds[fact.Kind];
}
