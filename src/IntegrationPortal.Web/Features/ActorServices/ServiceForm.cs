using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.ActorServices;

/// <summary>What an actor offers: for whom, in which languages, how many places, from when.</summary>
public sealed class ServiceForm : IVersionedForm
{
    public const int MostPlaces = 100_000;

    /// <summary>Id of a new service, so that sending the form twice adds one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "name"), Visible, StringLength(ActorService.NameLength)]
    public string? Name { get; set; }

    [Display(Name = "for-whom"), StringLength(ActorService.TextLength)]
    public string? ForWhom { get; set; }

    [Display(Name = "capacity"), Range(0, MostPlaces)]
    public int? Capacity { get; set; }

    [Display(Name = "first-free")]
    public DateOnly? FirstFreeDate { get; set; }

    [Display(Name = "languages")]
    public List<string> Languages { get; set; } = [];

    /// <summary>Version of the row that the page showed.</summary>
    public uint Version { get; set; }

    public static ServiceForm Of(ActorService service, uint version) => new()
    {
        Id = service.Id, Name = service.Name, ForWhom = service.ForWhom, Capacity = service.Capacity,
        FirstFreeDate = service.FirstFreeDate, Languages = [.. service.Languages], Version = version,
    };

    public ServiceDetails Details(IEnumerable<string> knownLanguages) =>
        new(TypedText.Line(Name)!, TypedText.Lines(ForWhom), [.. knownLanguages.Where(Languages.Contains)], Capacity, FirstFreeDate);
}

/// <summary>The form with the actor it belongs to.</summary>
/// <param name="ServiceName">Name of the service that is edited; null for a new one.</param>
public sealed record ServicePage(Guid ActorId, string ActorName, string? ServiceName, ServiceForm Form, IReadOnlyList<Choice> Languages)
{
    public string Address => ServiceName is null ? $"/actors/{ActorId}/services/new" : $"/actors/{ActorId}/services/{Form.Id}";
}

/// <summary>Shall this service really go?</summary>
public sealed record RemoveServicePage(Guid ActorId, string ActorName, Guid ServiceId, string ServiceName);
