using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class CasePathMapping : IEntityTypeConfiguration<CasePath>
{
    public void Configure(EntityTypeBuilder<CasePath> builder)
    {
        builder.ToTable("case_path");
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).HasMaxLength(CasePath.NumberLength);
        builder.Property(c => c.TemplateKey).HasMaxLength(30);
        builder.Property<uint>("xmin").IsRowVersion();
        // The nearest day on which something of the case ends by itself: found and written by the database (ends.sql), read by the worklist.
        var ends = builder.Property<DateOnly?>("NextEndOn").Metadata;
        ends.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        ends.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        // The sum of the restrictions that run: written by the database (restriction-walls.sql).
        var restricted = builder.Property(c => c.Restricted).HasDefaultValue(DataCategory.None).ValueGeneratedNever().Metadata;
        restricted.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        restricted.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => new { c.TenantId, c.LeadActorId });
        builder.HasOne<Actor>().WithMany().HasForeignKey(c => new { c.TenantId, c.OpenedByActorId });
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => new { s.TenantId, s.CaseId });
        builder.HasMany(c => c.FurtherTemplates).WithOne().HasForeignKey(t => new { t.TenantId, t.CaseId });
        builder.HasMany(c => c.Participations).WithOne().HasForeignKey(p => new { p.TenantId, p.CaseId });
        builder.HasMany(c => c.Events).WithOne().HasForeignKey(e => new { e.TenantId, e.CaseId });
        builder.Ignore(c => c.Templates);
        builder.Ignore(c => c.Closure);
        builder.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
        // The coordination looks at all paths of its municipality, the latest first.
        builder.HasIndex(c => new { c.TenantId, c.LastActivityAt, c.Id }).IsDescending(false, true, true);
        builder.HasIndex(c => new { c.TenantId, c.NextDueOn, c.Id });
    }
}
