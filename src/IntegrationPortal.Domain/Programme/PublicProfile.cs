using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Programme;

/// <summary>What a facilitator or a member of the advisory board lets everybody read about them; nothing before they release it.</summary>
public sealed class PublicProfile : IOfProgramme
{
    public const int LineLength = 200;
    public const int TextLength = 1000;

    private PublicProfile()
    {
    }

    public Guid UserId { get; private set; }

    public Role Role { get; private set; }

    public string Name { get; private set; } = "";

    public string? Organisation { get; private set; }

    public string? About { get; private set; }

    /// <summary>Since when it is public; null while it is not.</summary>
    public DateOnly? ReleasedOn { get; private set; }

    public static Refusal? WhyNotKeep(ProgrammeMember by) => by.Facilitates || by.Advises ? null : new Refusal("profile-not-yours");

    public static PublicProfile Of(ProgrammeMember by)
    {
        Refusal.If(WhyNotKeep(by));
        return new PublicProfile { UserId = by.UserId, Role = by.Role };
    }

    /// <param name="released">Taken back at any time; the page forgets it at once.</param>
    public void Say(string name, string? organisation, string? about, bool released, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(by.UserId == UserId && by.Role == Role ? WhyNotKeep(by) : new Refusal("profile-not-yours"));
        (Name, Organisation, About) = (name, organisation, about);
        ReleasedOn = released ? ReleasedOn ?? today : null;
    }
}
