using IntegrationPortal.Web.Tests;
using IntegrationPortal.Web.Tests.Data.Demo;
using IntegrationPortal.Web.Tests.Forms;
using IntegrationPortal.Web.Tests.Forms.AtOnce;
using IntegrationPortal.Web.Tests.Hosting;
using IntegrationPortal.Web.Tests.Resilience;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls.Routes;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace IntegrationPortal.Web.Tests;

/// <summary>Every form, each three times at once, whatever starts portals of its own, the whole demo, every route.</summary>
public sealed class LongestFirst() : LongFirst(
    typeof(EveryFormTests), typeof(FirstHalf), typeof(SecondHalf), typeof(ServedInProductionTests), typeof(KilledPortalTests), typeof(DemoDataTests), typeof(RouteAccessTests),
    typeof(RefusedRolesTests), typeof(WallsOfThisVersionTests), typeof(PublishedPortalTests), typeof(LifeOfAPortalTests));
