using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class ParticipationMapping : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.ToTable("participation");
        builder.HasKey(p => new { p.TenantId, p.CaseId, p.ActorId });
        builder.Ignore(p => p.Category);
        builder.Property<uint>("xmin").IsRowVersion();
        // Copies of the path's, kept by the database (activity.sql): one statement for all who take part.
        builder.Property(p => p.LastActivityAt).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.Property(p => p.NextDueOn).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.Property(p => p.ClosedOn).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        // And for the one that leads, as long as the case is open, the day on which something of it ends next.
        var ends = builder.Property<DateOnly?>("NextEndOn").Metadata;
        ends.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        ends.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        // What a restriction takes away from what is seen: written by the database (restriction-walls.sql).
        var withheld = builder.Property(p => p.Withheld).HasDefaultValue(DataCategory.None).ValueGeneratedNever().Metadata;
        withheld.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        withheld.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.HasOne<Actor>().WithMany().HasForeignKey(p => new { p.TenantId, p.ActorId });
        builder.HasMany(p => p.Grounds).WithOne().HasForeignKey(g => new { g.TenantId, g.CaseId, g.ActorId });
        // An actor's case list starts here; what the wall asks is in the index, so the table is not touched.
        builder.HasIndex(p => new { p.TenantId, p.ActorId, p.LastActivityAt, p.CaseId }).IsDescending(false, false, true, true)
            .IncludeProperties(p => new { p.Categories, p.IsActive, p.Until, p.NextDueOn, p.ClosedOn });
        builder.HasIndex(p => new { p.TenantId, p.ActorId, p.NextDueOn, p.CaseId })
            .IncludeProperties(p => new { p.Categories, p.IsActive, p.Until, p.ClosedOn });
        builder.HasIndex(p => new { p.TenantId, p.ActorId, p.CaseId })
            .IncludeProperties(p => new { p.Categories, p.IsActive, p.Until });
    }
}
