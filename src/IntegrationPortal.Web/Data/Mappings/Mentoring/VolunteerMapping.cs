using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Mentoring;

public sealed class VolunteerMapping : IEntityTypeConfiguration<Volunteer>
{
    /// <summary>One profile of an account at an organisation.</summary>
    public const string OneProfile = "ix_volunteer_one_profile";

    public void Configure(EntityTypeBuilder<Volunteer> builder)
    {
        builder.ToTable("volunteer");
        builder.HasKey(v => new { v.TenantId, v.Id });
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.CalledName).HasMaxLength(Person.NameLength);
        builder.PrimitiveCollection(v => v.Languages).HasColumnType("text[]");
        builder.Property(v => v.District).HasMaxLength(Volunteer.TextLength);
        builder.Property(v => v.Interests).HasMaxLength(Volunteer.TextLength);
        builder.Property(v => v.Limits).HasMaxLength(Volunteer.TextLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Actor>().WithMany().HasForeignKey(v => new { v.TenantId, v.ActorId });
        builder.HasIndex(v => new { v.TenantId, v.ActorId, v.State, v.CalledName });
        builder.HasIndex(v => new { v.TenantId, v.ActorId, v.UserId }).IsUnique().HasFilter("user_id is not null").HasDatabaseName(OneProfile);
        builder.HasIndex(v => new { v.TenantId, v.UserId });
    }
}
