using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Features.Accounts;

/// <summary>How accounts stand.</summary>
public enum AccountIs
{
    /// <summary>Neither locked nor closed.</summary>
    Open,

    Locked,

    Closed,

    /// <summary>Not closed, and nothing it may do: what a person who left keeps.</summary>
    WithoutRole,
}

/// <summary>What stands in the address of the list of accounts: a sealed search, a filter and a place, which is the id of an account. Anything unreadable counts as not chosen.</summary>
public sealed class AccountFilter
{
    [Display(Name = "state")]
    public AccountIs? State { get; set; }

    [Display(Name = "role")]
    public Role? Role { get; set; }

    /// <summary>The sealed words of a search.</summary>
    public string? S { get; set; }

    /// <summary>The last account of the page before.</summary>
    public Guid? After { get; set; }

    public bool IsChosen => State is not null || Role is not null;

    /// <summary>The same list after this account; from the beginning without one.</summary>
    public string Href(Guid? after) => "/admin/accounts" + QueryString.Create(Fields(after));

    /// <summary>What a form carries along to come back to the same list.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Fields(Guid? after) =>
        new (string Name, string? Value)[] { ("state", State?.ToString()), ("role", Role?.ToString()), ("s", S), ("after", after?.ToString()) }
            .Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value));
}
