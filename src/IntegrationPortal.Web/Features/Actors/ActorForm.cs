using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Actors;

/// <summary>What the keepers of an actor say about it.</summary>
public class ActorForm : IVersionedForm
{
    [Display(Name = "name"), Visible, StringLength(Actor.NameLength)]
    public string? Name { get; set; }

    [Display(Name = "address"), StringLength(Actor.AddressLength)]
    public string? Address { get; set; }

    [Display(Name = "opening-hours"), StringLength(Actor.TextLength)]
    public string? OpeningHours { get; set; }

    [Display(Name = "is-open")]
    public bool IsOpen { get; set; } = true;

    /// <summary>Version of the row that the page showed; another one since means that somebody was faster.</summary>
    public uint Version { get; set; }

    public static ActorForm Of(Actor actor, uint version) => new()
    {
        Name = actor.Name, Address = actor.Address, OpeningHours = actor.OpeningHours, IsOpen = actor.IsOpen, Version = version,
    };

    public ActorDetails Details() => new(TypedText.Line(Name)!, TypedText.Lines(Address), TypedText.Lines(OpeningHours), IsOpen);
}

/// <summary>A new actor; the id makes that sending twice adds one.</summary>
public sealed class NewActorForm : ActorForm
{
    public Guid Id { get; set; }

    [Display(Name = "kind"), Required]
    public string? Kind { get; set; }
}

/// <summary>The form with the kinds to choose from.</summary>
public sealed record NewActorPage(NewActorForm Form, IReadOnlyList<Choice> Kinds);

/// <summary>The form with the actor it is about.</summary>
/// <param name="IsPublic">The coordination is whom somebody from outside turns to, so everybody reads what is written here.</param>
public sealed record EditActorPage(Guid ActorId, string ActorName, ActorForm Form, bool IsPublic);
