using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Offline;
using IntegrationPortal.Web.Security;

namespace IntegrationPortal.Web.Features.Offline;

/// <summary>
/// Only volunteers' pages are kept; nothing of a professional's page lies anywhere. Kept for the hat and not for the account: somebody may
/// volunteer in two places, and what was written for one is not there in the other.
/// </summary>
public sealed class VolunteersPhone(CurrentUser me) : IPhoneOwner
{
    public Guid? Owner => me.Hat?.Role == Role.Volunteer ? me.Hat.MembershipId : null;
}
