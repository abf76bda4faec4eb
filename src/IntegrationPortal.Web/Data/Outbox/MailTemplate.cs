namespace IntegrationPortal.Web.Data.Outbox;

/// <summary>
/// The mails the portal sends. Words in the resource <c>MailTexts</c> under "&lt;name&gt;.Subject" and "&lt;name&gt;.Body"; none of
/// them names a person.
/// </summary>
public enum MailTemplate
{
    Invitation,
    PasswordReset,
    PasswordChanged,
    HandoverReceived,
    HandoverQuestion,
    HandoverAnswered,
    HandoverAccepted,
    HandoverMovedAway,
    HandoverDeclined,
    HandoverWithdrawn,
    HandoverWithdrawnForYou,
    HandoverReturned,
    HandoverReturnedElsewhere,
    HandoverArrived,
    HandoverCompleted,
    HandoverReminder,
    HandoverEscalated,
    HandoverExpired,
    BreakGlassUsed,
    BreakGlassReported,
    ConcernRaised,
    ConcernEscalated,
    TandemQuiet,
    TandemReview,
    TandemEnding,
    MentoringDigest,
    EntrySentBack,
    EntryPublished,
    EntryDue,
    AdoptionResult,
    QuestionAsked,
    OutcomesMissing,
    PilotQuestionAsked,
    PilotQuestionAnswered,
    CheckInDue,
    SurveyOpens,
}
