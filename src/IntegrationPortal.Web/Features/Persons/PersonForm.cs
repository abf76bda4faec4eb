using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Persons;

/// <summary>Corrects the basic data of a person.</summary>
public sealed class PersonForm : PersonFields
{
    /// <summary>The version of the row that the form was drawn from, so that nobody overwrites what a colleague has just written.</summary>
    public uint Version { get; set; }
}

/// <summary>The person with the full name, to be read.</summary>
public sealed record PersonPage(string CaseHref, string CaseNumber, string Name, IReadOnlyList<(string Key, string Text)> Facts, string? EditHref);
