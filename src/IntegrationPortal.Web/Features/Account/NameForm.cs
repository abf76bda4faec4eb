using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security;

namespace IntegrationPortal.Web.Features.Account;

/// <summary>The own name, as others see it.</summary>
public sealed class NameForm
{
    [Display(Name = "name"), Visible, StringLength(PortalUser.DisplayNameLength), PlainText]
    public string? DisplayName { get; set; }
}
