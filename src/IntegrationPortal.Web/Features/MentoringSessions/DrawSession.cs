using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.MentoringSessions;

/// <summary>The page of the sixty-second form with everything that can be tapped.</summary>
public sealed class DrawSession(ReferenceCatalogue catalogue, KindWords kinds, TimeWords time, IStringLocalizer<MentoringSessionsTexts> words)
{
    /// <param name="session">The entry that is changed; null for a new one.</param>
    public SessionPage Page(TandemFile file, MentoringSession? session, SessionForm form) => new(
        file.Tandem.Id, file.Names,
        session is null ? $"/mentoring/tandems/{file.Tandem.Id}/sessions/new" : $"/mentoring/sessions/{session.Id}",
        session is null, session?.IsEditableOn(time.Today, catalogue.MentoringRulesOn(time.Today)) == false, form, time.Today,
        [.. Enumerable.Range(1, MentoringSession.MostQuarterHours).Select(q => new Choice(q.ToString(System.Globalization.CultureInfo.InvariantCulture), words["hours-minutes", q / 4, q % 4 * 15]))],
        Choices<SessionPlace>(), Several.Choices<SessionActivities>(kinds), [.. file.Tandem.Goals.Select(g => new Choice(g, g))], Choices<TrafficLight>());

    private List<Choice> Choices<TEnum>()
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(v => new Choice(v.ToString(), kinds[v]))];
}
