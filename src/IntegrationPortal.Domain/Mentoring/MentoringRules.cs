namespace IntegrationPortal.Domain.Mentoring;

/// <summary>The periods and limits of mentoring on one day; reference data with source and validity, never written in code.</summary>
/// <param name="EditDays">How long a session can be changed after it was written down; later it is corrected.</param>
/// <param name="QuietDays">After so many days without an entry a tandem is quiet.</param>
/// <param name="TrialMeetings">So many meetings are a trial, or <paramref name="TrialWeeks"/>.</param>
/// <param name="TrialWeeks">So many weeks are a trial, or <paramref name="TrialMeetings"/>.</param>
/// <param name="MostHours">More hours in a week are too much for a volunteer.</param>
/// <param name="MostTandems">More tandems are too much for a volunteer.</param>
/// <param name="CertificateMonths">How long a look at the certificate of conduct holds.</param>
/// <param name="CertificateKeptMonths">How long after the last activity the note of it is kept (SGB VIII § 72a Abs. 5).</param>
/// <param name="ConcernDays">Working days within which a concern is answered.</param>
/// <param name="SessionKeptMonths">How long after the end of a tandem its meetings are kept.</param>
/// <param name="ReviewMonths">After so many months both sides of an active tandem are asked again how it goes.</param>
public sealed record MentoringRules(
    int EditDays, int QuietDays, int TrialMeetings, int TrialWeeks, int MostHours, int MostTandems, int CertificateMonths,
    int CertificateKeptMonths, int ConcernDays, int SessionKeptMonths, int ReviewMonths)
{
    public bool IsQuiet(DateOnly lastContact, DateOnly today) => lastContact.AddDays(QuietDays) <= today;

    public bool IsTooMuch(decimal hoursOfWeek, int tandems) => hoursOfWeek > MostHours || tandems > MostTandems;
}
