using System.Globalization;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Jobs.Mail;

/// <summary>Words and link of one mail, in the language of the person who gets it.</summary>
public sealed record RenderedMail(string Subject, string Body, Uri? Link);

/// <summary>Turns a row of the outbox into words. Plain text only: nothing to track, nothing to load, readable everywhere.</summary>
public sealed class MailText(IStringLocalizer<MailTexts> texts, SignedLinks links, PortalAddress address)
{
    public RenderedMail Render(OutboxMail mail, string language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "en" ? "en" : "de");
            var path = PathOf(mail, language);
            var link = path is null ? null : address.Of(path);
            var words = texts[$"{mail.Template}.Body"].Value.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
            var body = $"{texts["Greeting"].Value}\n\n{words}{(link is null ? "" : $"\n\n{link}")}\n\n-- \n{texts["Footer"].Value}\n";
            return new RenderedMail(texts[$"{mail.Template}.Subject"].Value, body, link);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private string? PathOf(OutboxMail mail, string language) => mail.Template switch
    {
        MailTemplate.Invitation => $"/invitations/accept?token={links.ForInvitation(mail.TenantId, mail.AboutId!.Value)}{In(language)}",
        MailTemplate.PasswordReset => $"/account/reset-password?token={links.ForPasswordReset(mail.AboutId!.Value)}{In(language)}",
        MailTemplate.PasswordChanged or MailTemplate.SecondFactorOn or MailTemplate.SecondFactorOff or MailTemplate.SecondFactorGuessed
            or MailTemplate.SignInLinked or MailTemplate.SignInUnlinked or MailTemplate.PasskeyAdded or MailTemplate.PasskeyRemoved => "/account/forgot-password",
        MailTemplate.CalendarMade => "/account/calendar",
        MailTemplate.RecoveryCodesRenewed or MailTemplate.SecondFactorTaken => "/account/second-factor",
        MailTemplate.EmailChange => $"/account/email/confirm?token={links.ForEmailChange(mail.AboutId!.Value)}{In(language)}",
        // Told to an address that is no longer, or never was, the account's.
        MailTemplate.EmailChangeAsked or MailTemplate.EmailChanged or MailTemplate.EmailTaken => null,
        // It has disappeared for the receiver, whom this mail tells.
        MailTemplate.HandoverWithdrawn or MailTemplate.HandoverRecalledFromYou => null,
        // The case itself they do not see any more.
        MailTemplate.CaseClosed or MailTemplate.ParticipationEnded => "/cases",
        MailTemplate.ConsentWithdrawn or MailTemplate.DeletionReminder => mail.AboutId is { } id ? $"/deletions/{id}" : null,
        MailTemplate.BreakGlassUsed or MailTemplate.ConsentWithdrawnForLead or MailTemplate.CaseClosedForLead or MailTemplate.CaseReopened or MailTemplate.ParticipationLeft => mail.AboutId is { } id ? $"/cases/{id}" : null,
        MailTemplate.ConcernRaised or MailTemplate.ConcernEscalated => mail.AboutId is { } id ? $"/mentoring/concerns/{id}" : null,
        MailTemplate.TandemQuiet => mail.AboutId is { } id ? $"/mentoring/tandems/{id}/sessions/new" : null,
        MailTemplate.TandemReview => mail.AboutId is { } id ? $"/mentoring/tandems/{id}/review" : null,
        MailTemplate.TandemTakenOver => mail.AboutId is { } id ? $"/mentoring/tandems/{id}" : null,
        MailTemplate.TandemEnding => mail.AboutId is { } id ? $"/mentoring/tandems/{id}" : null,
        MailTemplate.MentoringDigest => "/mentoring",
        MailTemplate.EntrySentBack or MailTemplate.EntryPublished or MailTemplate.EntryArchived or MailTemplate.EntryDue => mail.AboutId is { } id ? $"/contributions/{id}" : null,
        MailTemplate.AdoptionResult => mail.AboutId is { } id ? $"/adoptions/{id}/result" : null,
        MailTemplate.QuestionAsked => mail.AboutId is { } id ? $"/questions/{id}/answer" : null,
        MailTemplate.OutcomesMissing => mail.AboutId is { } id ? $"/evaluation/plans/{id}/missing" : null,
        MailTemplate.PilotQuestionAsked or MailTemplate.PilotQuestionAnswered => mail is { TenantId: { } pilot, AboutId: { } id } ? $"/programme/questions/{pilot}/{id}" : null,
        MailTemplate.CheckInDue => "/programme/desk",
        MailTemplate.SurveyOpens => mail.AboutId is { } id ? $"/survey-links/{id}" : null,
        // The data protection officer never sees a case; the reason stands in their own list.
        MailTemplate.BreakGlassReported => "/privacy/break-glass",
        MailTemplate.ColleagueJoined => mail.AboutId is { } id ? $"/actors/{id}" : null,
        MailTemplate.AccessGranted or MailTemplate.CoordinationInvited or MailTemplate.OfficerEnded or MailTemplate.SecondFactorTakenReported => "/privacy/access-rights",
        MailTemplate.PortalRoleTaken => "/admin/accounts",
        _ => mail.AboutId is { } id ? $"/handovers/{id}" : null,
    };

    /// <summary>Who follows it is not signed in and may have chosen nothing in this browser yet: then a page is German.</summary>
    private static string In(string language) => language == "en" ? $"&{Languages.QueryName}=en" : "";
}
