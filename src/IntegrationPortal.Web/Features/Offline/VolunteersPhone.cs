using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Offline;
using IntegrationPortal.Web.Security;

namespace IntegrationPortal.Web.Features.Offline;

/// <summary>Only volunteers' pages are kept; nothing of a professional's page lies anywhere.</summary>
public sealed class VolunteersPhone(CurrentUser me) : IPhoneOwner
{
    public Guid? Owner => me.Hat?.Role == Role.Volunteer ? me.UserId : null;
}
