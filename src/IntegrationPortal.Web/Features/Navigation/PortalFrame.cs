using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Frames;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Navigation;

/// <summary>
/// The frame of whoever is signed in: only entries that their hat may open, and beside the handovers how many wait for an answer,
/// counted by the query of that list.
/// </summary>
public sealed class PortalFrame(
    CurrentUser me, Hats hats, WaitingForMe waiting, RoleWords roles, TimeWords time, Questionnaires questionnaires,
    IStringLocalizer<NavigationTexts> words) : IFrameSource
{
    private static readonly Frame SignedOut = new() { SignInHref = "/account/login" };

    public async ValueTask<Frame> Current(HttpContext context)
    {
        if (!me.IsSignedIn)
        {
            return SignedOut with
            {
                HomeHref = context.Link("/"),
                Entries =
                [
                    new NavigationEntry(words["handbook"], context.Link("/handbook")) { Holds = ["/questions"] },
                    new NavigationEntry(words["municipalities"], context.Link("/municipalities")),
                ],
            };
        }

        return new Frame
        {
            Place = me.Hat?.TenantName,
            HomeHref = me.May(Right.UseWorklist) ? "/worklist" : "/account",
            Entries = await EntriesAsync(context.RequestAborted),
            Person = new SignedInPerson(
                me.DisplayName, HatName(), await OtherHatsAsync(context.RequestAborted), "/account/hat", "/account/logout",
                [new NavigationEntry(words["account"], "/account")]),
        };
    }

    private async Task<IReadOnlyList<NavigationEntry>> EntriesAsync(CancellationToken cancellation)
    {
        var entries = new List<NavigationEntry>();
        if (me.May(Right.UseWorklist))
            entries.Add(new NavigationEntry(words["today"], "/worklist"));
        if (me.May(Right.ReadCases))
        {
            entries.Add(new NavigationEntry(words["cases"], "/cases") { Holds = ["/analysis"] });
            var count = await waiting.CountAsync(me.Officer, time.Today, cancellation);
            entries.Add(new NavigationEntry(words["handovers"], "/handovers", count, words["waiting-for-you"]));
        }

        if (me.May(Right.ReadMentoring))
            entries.Add(new NavigationEntry(me.May(Right.LeadMentoring) ? words["mentoring"] : words["my-tandems"], "/mentoring"));
        else if (me.May(Right.ReadMentoringFigures))
            entries.Add(new NavigationEntry(words["mentoring-figures"], "/mentoring/figures"));
        if (me.May(Right.ReadProgramme))
            entries.Add(new NavigationEntry(words["programme"], "/programme") { Holds = ["/indicator-data", "/survey-links"] });
        // Whoever works on cases finds these on the page of the programme.
        if (me.May(Right.ReadIndicators) && !me.May(Right.ReadCases))
            entries.Add(new NavigationEntry(words["indicators"], "/programme/indicators") { Holds = ["/programme/regions", "/programme/reports"] });
        // Whoever works on cases finds it above their list.
        if (me.May(Right.ReadAnalysis) && !me.May(Right.ReadCases))
            entries.Add(new NavigationEntry(words["analysis"], "/analysis"));
        if (me.May(Right.ManageEvaluation))
            entries.Add(new NavigationEntry(words["evaluation"], "/evaluation") { Holds = ["/surveys"] });
        if (me.May(Right.ReadAdvice))
            entries.Add(new NavigationEntry(words["board"], "/programme/board"));
        if (me.May(Right.ReadActors))
            entries.Add(new NavigationEntry(words["actors"], "/actors"));
        entries.Add(new NavigationEntry(words["handbook"], "/handbook") { Holds = ["/contributions", "/adoptions", "/questions"] });
        if (me.May(Right.ReviewHandbook))
            entries.Add(new NavigationEntry(words["reviews"], "/reviews"));
        // Only where there is a questionnaire for the actor.
        if (me.May(Right.AssessSelf) && questionnaires.OfferedTo(me.Officer.ActorKind).Any())
            entries.Add(new NavigationEntry(words["assessments"], "/assessments"));
        if (me.May(Right.ReadAccessLog))
            entries.Add(new NavigationEntry(words["privacy"], "/privacy"));
        if (me.May(Right.SeeJobs))
            entries.Add(new NavigationEntry(words["admin"], "/admin"));
        return entries;
    }

    /// <summary>Asked for only by those who have several; most people wear one hat.</summary>
    private async Task<IReadOnlyList<OtherHat>> OtherHatsAsync(CancellationToken cancellation)
    {
        if (me.OtherHats == 0)
            return [];
        var choices = await hats.ListAsync(me.UserId!.Value, cancellation);
        return
        [
            .. choices.Where(h => h.MembershipId != me.Hat?.MembershipId)
                .Select(h => new OtherHat(h.MembershipId.ToString(), roles.Hat(h.Role, h.TenantName, h.ActorName))),
        ];
    }

    private string HatName() => me.Hat is { } hat ? roles.Hat(hat.Role, hat.TenantName, hat.ActorName) : "";
}
