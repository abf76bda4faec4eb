using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Accounts;

public sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("membership", table =>
        {
            // The same rules as Membership.Begin, for whoever writes without it.
            table.HasCheckConstraint("ck_membership_actor_has_tenant", "actor_id is null or tenant_id is not null");
            table.HasCheckConstraint(
                "ck_membership_case_role_has_actor",
                "actor_id is not null or role not in ('Coordinator', 'CaseWorker', 'ActorManager', 'VolunteerCoordinator')");
        });
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(m => m.TenantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Actor>().WithMany().HasForeignKey(m => new { m.TenantId, m.ActorId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasIndex(m => m.UserId);
        builder.HasIndex(m => new { m.TenantId, m.ActorId });
    }
}
