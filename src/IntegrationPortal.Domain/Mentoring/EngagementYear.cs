using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>
/// The meetings of a volunteer in one year as numbers: what remains for the proof of engagement when the meetings themselves are
/// forgotten. It says nothing about whom they met.
/// </summary>
public sealed class EngagementYear : ITenantScoped
{
    private EngagementYear()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid VolunteerId { get; private set; }

    public int Year { get; private set; }

    public int Meetings { get; private set; }

    public int QuarterHours { get; private set; }

    public DateOnly FirstOn { get; private set; }

    public DateOnly LastOn { get; private set; }

    public decimal Hours => QuarterHours / 4m;

    public static EngagementYear Begin(MentoringSession first) => new()
    {
        TenantId = first.TenantId,
        VolunteerId = first.VolunteerId,
        Year = first.HeldOn.Year,
        Meetings = 1,
        QuarterHours = first.QuarterHours,
        FirstOn = first.HeldOn,
        LastOn = first.HeldOn,
    };

    public void Add(MentoringSession meeting)
    {
        if ((meeting.VolunteerId, meeting.HeldOn.Year) != (VolunteerId, Year))
            throw new ArgumentException("A meeting of somebody else or of another year.", nameof(meeting));
        Meetings++;
        QuarterHours += meeting.QuarterHours;
        FirstOn = meeting.HeldOn < FirstOn ? meeting.HeldOn : FirstOn;
        LastOn = meeting.HeldOn > LastOn ? meeting.HeldOn : LastOn;
    }
}
