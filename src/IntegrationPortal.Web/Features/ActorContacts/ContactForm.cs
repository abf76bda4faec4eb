using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.ActorContacts;

/// <summary>How other actors reach an actor.</summary>
public sealed class ContactForm : IVersionedForm
{
    /// <summary>Id of a new contact, so that sending the form twice adds one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "name"), Visible, StringLength(ActorContact.NameLength)]
    public string? Name { get; set; }

    [Display(Name = "task"), StringLength(ActorContact.NameLength)]
    public string? Task { get; set; }

    [Display(Name = "phone"), StringLength(ActorContact.PhoneLength), RegularExpression(@"^[0-9+()/\-\s.]*$", ErrorMessage = "phone-not-valid")]
    public string? Phone { get; set; }

    [Display(Name = "email"), StringLength(ActorContact.EmailLength), EmailAddress]
    public string? Email { get; set; }

    /// <summary>Version of the row that the page showed.</summary>
    public uint Version { get; set; }

    public static ContactForm Of(ActorContact contact, uint version) => new()
    {
        Id = contact.Id, Name = contact.Name, Task = contact.Task, Phone = contact.Phone, Email = contact.Email, Version = version,
    };

    public ContactDetails Details() => new(TypedText.Line(Name)!, TypedText.Line(Task), TypedText.Line(Phone), TypedText.Line(Email));
}

/// <summary>The form with the actor it belongs to.</summary>
/// <param name="ContactName">Name of the contact that is edited; null for a new one.</param>
public sealed record ContactPage(Guid ActorId, string ActorName, string? ContactName, ContactForm Form)
{
    public string Address => ContactName is null ? $"/actors/{ActorId}/contacts/new" : $"/actors/{ActorId}/contacts/{Form.Id}";
}

/// <summary>Shall this contact really go?</summary>
public sealed record RemoveContactPage(Guid ActorId, string ActorName, Guid ContactId, string ContactName);
