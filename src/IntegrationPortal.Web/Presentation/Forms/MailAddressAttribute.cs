using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>
/// One mail address and nothing else. What is longer than an address may be is not looked at: the rule of the length tells it, and
/// the pattern would take seconds over a megabyte.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MailAddressAttribute : RegularExpressionAttribute
{
    public MailAddressAttribute()
        : base(Invitation.AddressPattern) => ErrorMessage = "not-an-email";

    public override bool IsValid(object? value) => value is string { Length: > Invitation.AddressLength } || base.IsValid(value);
}
