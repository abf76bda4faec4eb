using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Workshops;

/// <summary>A form about a workshop on a page of its own.</summary>
public sealed record WorkshopFormPage<TForm>(PilotFile File, TForm Form, DateOnly Today, Workshop? Workshop = null)
{
    public string Pilot => $"/programme/pilots/{File.Place.Key}";

    public string Here => Workshop is null ? $"{Pilot}/workshops/new" : $"{Pilot}/workshops/{Workshop.Id}";

    public IReadOnlyList<Choice> Formats { get; init; } = [];
}

/// <summary>One workshop: what came of it, and what participants said together.</summary>
public sealed record WorkshopPage(PilotFile File, Workshop Workshop, bool Keeps, DateOnly Today, FeedbackResult Feedback)
{
    public string Pilot => $"/programme/pilots/{File.Place.Key}";

    public string Here => $"{Pilot}/workshops/{Workshop.Id}";
}

/// <summary>One link for each slip, to be printed, cut and laid on the table.</summary>
public sealed record SlipsPage(PilotFile File, Workshop Workshop, IReadOnlyList<WorkshopSlip> Slips);

/// <summary>One slip for one answer: to be scanned, or to be opened on the screen.</summary>
public sealed record WorkshopSlip(string Address, QrPath Code);

/// <summary>What somebody with a slip sees.</summary>
/// <param name="Closed">The link is unknown or was used.</param>
public sealed record FeedbackPage(FeedbackForm Form, SlipOfWorkshop? Slip, IReadOnlyList<FeedbackItem> Items, bool Closed);
