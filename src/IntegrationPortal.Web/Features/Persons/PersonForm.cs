using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Persons;

/// <summary>Corrects the basic data of a person.</summary>
public sealed class PersonForm : PersonFields, IVersionedForm
{
    public uint Version { get; set; }

    public static PersonForm Of(Person person, uint version)
    {
        var form = new PersonForm { Version = version };
        form.Show(person);
        return form;
    }
}

/// <summary>The person with the full name, to be read.</summary>
public sealed record PersonPage(string CaseHref, string CaseNumber, string Name, IReadOnlyList<(string Key, string Text)> Facts, string? EditHref);
